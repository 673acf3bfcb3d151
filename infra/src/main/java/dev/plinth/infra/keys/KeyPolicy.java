package dev.plinth.infra.keys;

import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Policy;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.Publisher;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Account;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who may do what with a key. Administrators of the account manage it and cannot use it. Data goes through it only by the
 * services that its purpose names: whoever may read the database by RDS can, and nobody decrypts by calling KMS.
 */
record KeyPolicy(String environment, Account account, String region) {
    /** Everything about a key but its use; creating grants is use in disguise. */
    private static final String[] MANAGE = {
        "kms:CancelKeyDeletion",
        "kms:CreateAlias",
        "kms:DeleteAlias",
        "kms:DescribeKey",
        "kms:DisableKey",
        "kms:DisableKeyRotation",
        "kms:EnableKey",
        "kms:EnableKeyRotation",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListAliases",
        "kms:ListGrants",
        "kms:ListKeyPolicies",
        "kms:ListKeyRotations",
        "kms:ListResourceTags",
        "kms:PutKeyPolicy",
        "kms:RevokeGrant",
        "kms:RotateKeyOnDemand",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateAlias",
        "kms:UpdateKeyDescription"
    };

    private static final String[] USE = {
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"
    };

    Policy of(Purpose purpose) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.allow("Manage", MANAGE)
                .to(Principal.account(account.id()))
                .on("*"));
        statements.addAll(
                switch (purpose) {
                    case DATABASE -> data("backup", "rds");
                    // Exports are backups too, and lie in a bucket.
                    case BACKUPS -> data("backup", "rds", "s3");
                    case CACHE -> data("elasticache");
                    case SECRETS -> List.of(through("secretsmanager"));
                    case IMAGES -> images();
                    case CLUSTER -> cluster();
                    case LOGS -> List.of(logs());
                    case AUDIT -> audit();
                    case NOTICES -> notices();
                });
        return new Policy(statements);
    }

    /** For whoever in the account may use a service, by that service alone. */
    private Statement through(String... services) {
        return Statement.allow("Use", USE).to(Principal.everybody()).on("*").when(ours(), via(services));
    }

    /** Services that work on after the call, such as a database that runs, hold a grant. */
    private Statement grants(String... services) {
        return Statement.allow("Grant", "kms:CreateGrant")
                .to(Principal.everybody())
                .on("*")
                .when(ours(), via(services));
    }

    private List<Statement> data(String... services) {
        return List.of(through(services), grants(services).when(Condition.bool("kms:GrantIsForAWSResource", true)));
    }

    /** ECR takes two grants for each repository and gives them back with it. */
    private List<Statement> images() {
        return List.of(
                through("ecr"),
                Statement.allow("Grant", "kms:CreateGrant", "kms:RetireGrant")
                        .to(Principal.everybody())
                        .on("*")
                        .when(ours(), via("ecr")));
    }

    /**
     * Kubernetes' secrets and the nodes' disks. EKS asks for its grant in the name of whoever creates the cluster and does not
     * mark it as one of AWS; disks of node groups are attached by Auto Scaling's own role, which comes with the first group, so
     * that a key policy cannot name it as a principal before.
     */
    private List<Statement> cluster() {
        var autoScaling = Condition.arnLike(
                "aws:PrincipalArn",
                account.globalArn(
                        "iam", "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"));
        var clusterRoles =
                Condition.arnLike("aws:PrincipalArn", account.globalArn("iam", "role/" + environment + "-*"));
        var forAws = Condition.bool("kms:GrantIsForAWSResource", true);
        return List.of(
                through("ec2"),
                grants("ec2").when(forAws),
                Statement.allow("Disks", USE).to(Principal.everybody()).on("*").when(ours(), autoScaling),
                Statement.allow("DisksGrant", "kms:CreateGrant")
                        .to(Principal.everybody())
                        .on("*")
                        .when(ours(), autoScaling, forAws),
                Statement.allow("Secrets", "kms:Decrypt", "kms:Encrypt")
                        .to(Principal.account(account.id()))
                        .on("*")
                        .when(clusterRoles),
                Statement.allow("SecretsGrant", "kms:CreateGrant")
                        .to(Principal.account(account.id()))
                        .on("*"));
    }

    private Statement logs() {
        return Statement.allow("Logs", USE)
                .to(Principal.service("logs.%s.amazonaws.com".formatted(region)))
                .on("*")
                .when(Condition.arnLike(
                        "kms:EncryptionContext:aws:logs:arn", account.arn("logs", region, "log-group:*")));
    }

    /** The trail writes and never reads; people read it by S3, when their own policies let them. */
    private List<Statement> audit() {
        var trails = account.arn("cloudtrail", "*", "trail/*");
        var trail =
                Condition.arnLike("aws:SourceArn", account.arn("cloudtrail", region, "trail/" + environment + "-*"));
        var cloudTrail = Principal.service("cloudtrail.amazonaws.com");
        return List.of(
                Statement.allow("Trail", "kms:GenerateDataKey*")
                        .to(cloudTrail)
                        .on("*")
                        .when(trail, Condition.like("kms:EncryptionContext:aws:cloudtrail:arn", trails)),
                Statement.allow("TrailKey", "kms:DescribeKey")
                        .to(cloudTrail)
                        .on("*")
                        .when(trail),
                Statement.allow("Read", "kms:Decrypt")
                        .to(Principal.account(account.id()))
                        .on("*")
                        .when(via("s3"), Condition.like("kms:EncryptionContext:aws:cloudtrail:arn", trails)));
    }

    /**
     * Publishing to an encrypted topic is decrypting its data key. EventBridge does not say for whom it acts, so what holds all
     * of them to this account is the topic that the message is for.
     */
    private List<Statement> notices() {
        var topic = Condition.arnLike(
                "kms:EncryptionContext:aws:sns:topicArn", account.arn("sns", region, environment + "-*"));
        var publishers = Publisher.ALL.stream().map(Publisher::principal).toArray(Principal[]::new);
        return List.of(
                Statement.allow("Publish", "kms:Decrypt", "kms:GenerateDataKey*")
                        .to(publishers)
                        .on("*")
                        .when(topic),
                through("sns"));
    }

    private Condition ours() {
        return Condition.is("kms:CallerAccount", account.id());
    }

    private Condition via(String... services) {
        return Condition.is(
                "kms:ViaService",
                Arrays.stream(services)
                        .map(service -> "%s.%s.amazonaws.com".formatted(service, region))
                        .toArray(String[]::new));
    }
}
