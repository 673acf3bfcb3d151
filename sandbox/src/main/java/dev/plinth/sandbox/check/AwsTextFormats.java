package dev.plinth.sandbox.check;

import java.util.List;

/** Names and descriptions that AWS refuses when it is too late, each with its source. */
final class AwsTextFormats {
    private static final String BACKUP = "AWS Backup API Reference, CreateBackupVault";
    private static final String CLOUDFRONT = "Amazon CloudFront API Reference";
    private static final String EC2 = "Amazon EC2 API Reference, CreateSecurityGroup";
    private static final String LOGS = "Amazon CloudWatch Logs API Reference, PutRetentionPolicy";
    private static final String WAF = "AWS WAF API Reference, CreateWebACL";

    private static final Format GROUP_DESCRIPTION = Format.pattern(
            "at most 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*",
            "[A-Za-z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]{0,255}");
    private static final Format VAULT_NAME = Format.pattern("2 to 50 letters, digits and - _", "[A-Za-z0-9_-]{2,50}");
    private static final Format BACKUP_TITLE =
            Format.pattern("1 to 256 letters, digits and _", "[A-Za-z][A-Za-z0-9_]{0,255}");

    static final List<FormatRule> RULES = List.of(
            FormatRule.of(
                    "aws:*",
                    "tags.*",
                    Format.pattern(
                            "at most 256 letters, digits, spaces and _ . : / = + - @",
                            "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}"),
                    "Tag Editor User Guide, tag naming limits"),
            FormatRule.of("aws:ec2/securityGroup:SecurityGroup", "description", GROUP_DESCRIPTION, EC2),
            FormatRule.of("aws:vpc/securityGroup*", "description", GROUP_DESCRIPTION, EC2),
            FormatRule.of(
                    "aws:iam/*",
                    "description",
                    Format.length(0, 1000),
                    "AWS IAM API Reference, CreateRole and CreatePolicy"),
            FormatRule.of(
                    "aws:kms/alias:Alias",
                    "name",
                    Format.pattern("alias/ and a name that is not AWS's own", "alias/(?!aws/)[A-Za-z0-9/_-]{1,250}"),
                    "AWS KMS API Reference, CreateAlias"),
            FormatRule.of(
                    "aws:cloudwatch/logGroup:LogGroup",
                    "name",
                    Format.pattern("1 to 512 letters, digits and . - _ / #", "[A-Za-z0-9._/#-]{1,512}"),
                    "Amazon CloudWatch Logs API Reference, CreateLogGroup"),
            FormatRule.of(
                    "aws:cloudwatch/logGroup:LogGroup",
                    "retentionInDays",
                    Format.oneOf(
                            0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
                            2922, 3288, 3653),
                    LOGS),
            FormatRule.of(
                    "aws:cloudwatch/eventRule:EventRule",
                    "name",
                    Format.pattern("1 to 64 letters, digits and . - _", "[A-Za-z0-9._-]{1,64}"),
                    "Amazon EventBridge API Reference, PutRule"),
            FormatRule.of(
                    "aws:sns/topic:Topic",
                    "name",
                    Format.pattern("1 to 256 letters, digits and - _", "[A-Za-z0-9_-]{1,256}(\\.fifo)?"),
                    "Amazon SNS API Reference, CreateTopic"),
            FormatRule.of("aws:backup/*", "*ackupVaultName", VAULT_NAME, BACKUP),
            FormatRule.of("aws:backup/vault:Vault", "name", VAULT_NAME, BACKUP),
            FormatRule.of(
                    "aws:backup/framework:Framework",
                    "name",
                    BACKUP_TITLE,
                    "AWS Backup API Reference, CreateFramework"),
            FormatRule.of(
                    "aws:backup/r*",
                    "name",
                    BACKUP_TITLE,
                    "AWS Backup API Reference, CreateReportPlan and CreateRestoreTestingPlan"),
            FormatRule.of(
                    "aws:eks/cluster:Cluster",
                    "name",
                    Format.pattern("1 to 100 letters, digits and - _", "[A-Za-z0-9][A-Za-z0-9_-]{0,99}"),
                    "Amazon EKS API Reference, CreateCluster"),
            FormatRule.of(
                    "aws:ecr/repository:Repository",
                    "name",
                    Format.pattern(
                            "2 to 256 lower-case letters and digits with single separators",
                            "(?=.{2,256}$)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*"),
                    "Amazon ECR API Reference, CreateRepository"),
            FormatRule.of(
                    "aws:rds/proxy:Proxy",
                    "name",
                    Format.pattern(
                            "1 to 63 letters, digits and single hyphens", "(?!.*--)[A-Za-z][A-Za-z0-9-]{0,62}(?<!-)"),
                    "Amazon RDS API Reference, CreateDBProxy"),
            FormatRule.of(
                    "aws:wafv2/*", "name", Format.pattern("1 to 128 letters, digits and - _", "[\\w-]{1,128}"), WAF),
            FormatRule.of(
                    "aws:wafv2/*",
                    "description",
                    Format.pattern(
                            "3 to 256 letters, digits, spaces and + = : # @ / - , .",
                            "(?=.{3,256}$)[\\w+=:#@/\\-,.][\\w+=:#@/\\-,.\\s]+[\\w+=:#@/\\-,.]"),
                    WAF),
            FormatRule.of(
                    "aws:wafv2/*", "*rateBasedStatement.evaluationWindowSec", Format.oneOf(60, 120, 300, 600), WAF),
            FormatRule.of("aws:wafv2/*", "*rateBasedStatement.limit", Format.range(10, 2_000_000_000), WAF),
            FormatRule.of("aws:wafv2/*", "*customResponse.responseCode", Format.range(200, 599), WAF),
            FormatRule.of(
                    "aws:cloudfront/function:Function",
                    "name",
                    Format.pattern("1 to 64 letters, digits and - _", "[A-Za-z0-9_-]{1,64}"),
                    CLOUDFRONT + ", CreateFunction"),
            FormatRule.of(
                    "aws:cloudfront/function:Function",
                    "code",
                    Format.length(1, 10_240),
                    "Amazon CloudFront Developer Guide, quotas on CloudFront Functions"),
            FormatRule.of(
                    "aws:cloudfront/function:Function",
                    "runtime",
                    Format.oneOf("cloudfront-js-1.0", "cloudfront-js-2.0"),
                    CLOUDFRONT + ", CreateFunction"),
            FormatRule.of(
                    "aws:cloudfront/*Policy",
                    "name",
                    Format.pattern("1 to 128 letters, digits and - _", "[A-Za-z0-9_-]{1,128}"),
                    CLOUDFRONT + ", CreateCachePolicy"),
            FormatRule.of("aws:cloudfront/*", "comment", Format.length(0, 128), CLOUDFRONT + ", DistributionConfig"));

    private AwsTextFormats() {}
}
