package dev.plinth.sandbox.check;

import java.util.List;

/** The formats that AWS demands, each with its source. */
final class AwsFormats {
    private static final String RDS = "Amazon RDS API Reference, CreateDBInstance";
    private static final String REDIS = "Amazon ElastiCache API Reference, CreateReplicationGroup";
    private static final String ELB = "Elastic Load Balancing API Reference, 2015-12-01";
    private static final String EC2 = "Amazon EC2 API Reference";
    private static final String LOAD_BALANCERS = "aws:*lb/loadBalancer:LoadBalancer";
    private static final String TARGET_GROUPS = "aws:*lb/targetGroup:TargetGroup";
    private static final String LISTENERS = "aws:*lb/listener:Listener";

    static final List<FormatRule> RULES = List.of(
            rule("aws:*", "cidrBlock", Format.cidr(), EC2 + ", CreateVpc"),
            rule("aws:ec2/securityGroup:SecurityGroup", "*gress.cidrBlocks", Format.cidr(), EC2 + ", IpRange"),
            rule("aws:ec2/securityGroup:SecurityGroup", "*gress.fromPort", Format.range(-1, 65535), EC2 + ", IpRange"),
            rule("aws:ec2/securityGroup:SecurityGroup", "*gress.toPort", Format.range(-1, 65535), EC2 + ", IpRange"),
            rule("aws:*", "*Arn", Format.arn(), "AWS General Reference, Amazon Resource Names"),
            rule(
                    "aws:rds/instance:Instance",
                    "engine",
                    Format.oneOf(
                            "postgres",
                            "mysql",
                            "mariadb",
                            "oracle-ee",
                            "oracle-ee-cdb",
                            "oracle-se2",
                            "oracle-se2-cdb",
                            "sqlserver-ee",
                            "sqlserver-se",
                            "sqlserver-ex",
                            "sqlserver-web",
                            "db2-ae",
                            "db2-se",
                            "custom-oracle-ee",
                            "custom-oracle-ee-cdb",
                            "custom-sqlserver-ee",
                            "custom-sqlserver-se",
                            "custom-sqlserver-web"),
                    RDS + ", Engine"),
            rule(
                    "aws:rds/instance:Instance",
                    "identifier",
                    Format.pattern(
                            "1 to 63 lower-case letters, digits and single hyphens, starting with a letter",
                            "(?!.*--)[a-z][a-z0-9-]{0,62}(?<!-)"),
                    RDS + ", DBInstanceIdentifier"),
            rule("aws:rds/instance:Instance", "port", Format.range(1150, 65535), RDS + ", Port"),
            rule(
                    "aws:rds/instance:Instance",
                    "instanceClass",
                    Format.pattern("an instance class like db.t4g.micro", "db\\.[a-z0-9-]+\\.[a-z0-9.-]+"),
                    RDS + ", DBInstanceClass"),
            rule("aws:rds/instance:Instance", "allocatedStorage", Format.range(5, 65536), RDS + ", AllocatedStorage"),
            rule(
                    "aws:rds/instance:Instance",
                    "backupRetentionPeriod",
                    Format.range(0, 35),
                    RDS + ", BackupRetentionPeriod"),
            rule(
                    "aws:rds/instance:Instance",
                    "password",
                    Format.pattern(
                            "8 to 128 printable characters except / \" @ and space", "[\\x21-\\x7e&&[^/\"@]]{8,128}"),
                    RDS + ", MasterUserPassword"),
            rule(
                    "aws:rds/instance:Instance",
                    "*username",
                    Format.pattern(
                            "1 to 63 letters, digits and underscores, starting with a letter", "[A-Za-z]\\w{0,62}"),
                    RDS + ", MasterUsername"),
            rule(
                    "aws:rds/instance:Instance",
                    "dbName",
                    Format.pattern(
                            "1 to 63 letters, digits and underscores, starting with a letter", "[A-Za-z]\\w{0,62}"),
                    RDS + ", DBName"),
            rule(
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    "replicationGroupId",
                    Format.pattern(
                            "1 to 40 lower-case letters, digits and single hyphens, starting with a letter",
                            "(?!.*--)[a-z][a-z0-9-]{0,39}(?<!-)"),
                    REDIS + ", ReplicationGroupId"),
            rule(
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    "engine",
                    Format.oneOf("redis", "valkey"),
                    REDIS + ", Engine"),
            rule(
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    "authToken",
                    Format.pattern(
                            "16 to 128 printable characters except @ \" and /", "[\\x21-\\x7e&&[^/\"@]]{16,128}"),
                    REDIS + ", AuthToken"),
            rule(
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    "numCacheClusters",
                    Format.range(1, 6),
                    REDIS + ", NumCacheClusters"),
            rule(
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    "nodeType",
                    Format.pattern("a node type like cache.t4g.micro", "cache\\.[a-z0-9]+\\.[a-z0-9]+"),
                    REDIS + ", CacheNodeType"),
            rule(LOAD_BALANCERS, "name", lbName(), ELB + ", CreateLoadBalancer"),
            rule(
                    LOAD_BALANCERS,
                    "loadBalancerType",
                    Format.oneOf("application", "network", "gateway"),
                    ELB + ", CreateLoadBalancer"),
            rule(LOAD_BALANCERS, "idleTimeout", Format.range(1, 4000), ELB + ", LoadBalancerAttribute"),
            rule(TARGET_GROUPS, "name", lbName(), ELB + ", CreateTargetGroup"),
            rule(TARGET_GROUPS, "port", Format.range(1, 65535), ELB + ", CreateTargetGroup"),
            rule(
                    TARGET_GROUPS,
                    "protocol",
                    Format.oneOf("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE"),
                    ELB + ", CreateTargetGroup"),
            rule(
                    TARGET_GROUPS,
                    "targetType",
                    Format.oneOf("instance", "ip", "lambda", "alb"),
                    ELB + ", CreateTargetGroup"),
            rule(TARGET_GROUPS, "deregistrationDelay", Format.range(0, 3600), ELB + ", TargetGroupAttribute"),
            rule(TARGET_GROUPS, "healthCheck.interval", Format.range(5, 300), ELB + ", CreateTargetGroup"),
            rule(TARGET_GROUPS, "healthCheck.timeout", Format.range(2, 120), ELB + ", CreateTargetGroup"),
            rule(TARGET_GROUPS, "healthCheck.healthyThreshold", Format.range(2, 10), ELB + ", CreateTargetGroup"),
            rule(TARGET_GROUPS, "healthCheck.unhealthyThreshold", Format.range(2, 10), ELB + ", CreateTargetGroup"),
            rule(LISTENERS, "port", Format.range(1, 65535), ELB + ", CreateListener"),
            rule(
                    LISTENERS,
                    "protocol",
                    Format.oneOf("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE"),
                    ELB + ", CreateListener"),
            rule("aws:*lb/*", "*.targetGroups.weight", Format.range(0, 999), ELB + ", TargetGroupTuple"),
            rule("aws:*lb/listenerRule:ListenerRule", "priority", Format.range(1, 50000), ELB + ", CreateRule"),
            rule(
                    "aws:secretsmanager/secret:Secret",
                    "recoveryWindowInDays",
                    Format.zeroOrRange(7, 30),
                    "AWS Secrets Manager API Reference, DeleteSecret"),
            rule(
                    "aws:kms/key:Key",
                    "deletionWindowInDays",
                    Format.range(7, 30),
                    "AWS KMS API Reference, ScheduleKeyDeletion"),
            rule("aws:iam/role:Role", "name", Format.length(1, 64), "AWS IAM API Reference, CreateRole"),
            rule(
                    "aws:s3/*",
                    "bucket",
                    Format.pattern(
                            "3 to 63 lower-case letters, digits, dots and hyphens, or an ARN",
                            "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]|arn:.+"),
                    "Amazon S3 User Guide, bucket naming rules"));

    private AwsFormats() {}

    private static Format lbName() {
        return Format.pattern(
                "1 to 32 letters, digits and hyphens, not starting or ending with a hyphen",
                "(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?");
    }

    private static FormatRule rule(String type, String path, Format format, String source) {
        return FormatRule.of(type, path, format, source);
    }
}
