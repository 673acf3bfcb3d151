package dev.plinth.infra.delivery;

import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Account;
import dev.plinth.infra.component.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * What a deployment may do: everything with the services that the program uses, roles of this environment only, and
 * nothing that would hide what it did or take away what disasters are recovered from.
 */
final class DeployRights {
    /** The services whose resources the program declares, in its regions; CloudFront and Route 53 are asked in the global one. */
    private static final String[] SERVICES = {
        "access-analyzer:*",
        "acm:*",
        "autoscaling:*",
        "backup:*",
        "backup-storage:*",
        "cloudformation:*",
        "cloudfront:*",
        "cloudtrail:*",
        "cloudwatch:*",
        "config:*",
        "ec2:*",
        "ecr:*",
        "eks:*",
        "elasticache:*",
        "elasticloadbalancing:*",
        "events:*",
        "guardduty:*",
        "inspector2:*",
        "lambda:*",
        "logs:*",
        "rds:*",
        "route53:*",
        "s3:*",
        "secretsmanager:*",
        "serverlessrepo:*",
        "sns:*",
        "wafv2:*"
    };

    /** Everything about keys but their use. */
    private static final String[] KEYS = {
        "kms:CancelKeyDeletion",
        "kms:Create*",
        "kms:DeleteAlias",
        "kms:Describe*",
        "kms:DisableKeyRotation",
        "kms:Enable*",
        "kms:Get*",
        "kms:List*",
        "kms:Put*",
        "kms:RetireGrant",
        "kms:RevokeGrant",
        "kms:RotateKeyOnDemand",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:Update*"
    };

    private DeployRights() {}

    static List<Statement> of(Scope scope) {
        var account = scope.account();
        var rights = new ArrayList<Statement>();
        var inItsRegions =
                Condition.is("aws:RequestedRegion", account.region(), account.recoveryRegion(), Account.GLOBAL_REGION);
        rights.add(Statement.allow("Services", SERVICES).on("*").when(inItsRegions));
        rights.add(Statement.allow("Keys", KEYS).on("*").when(inItsRegions));
        // As services ask when they make something encrypted for the pipeline, which itself decrypts its state only.
        rights.add(Statement.allow(
                        "KeysByServices", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*")
                .on("*")
                .when(Condition.like("kms:ViaService", "*.amazonaws.com")));
        rights.add(Statement.allow("LookUpRoles", "iam:Get*", "iam:List*").on("*"));
        rights.add(Statement.allow("OwnRoles", "iam:*")
                .on(
                        account.globalArn("iam", "role/%s-*".formatted(scope.environment())),
                        // The Serverless Application Repository names the role of a rotation function after its stack.
                        account.globalArn("iam", "role/serverlessrepo-%s-*".formatted(scope.environment())),
                        account.globalArn("iam", "instance-profile/%s-*".formatted(scope.environment()))));
        rights.add(Statement.allow(
                        "AccountSettings",
                        "iam:UpdateAccountPasswordPolicy",
                        "iam:CreateServiceLinkedRole",
                        "iam:CreateOpenIDConnectProvider",
                        "iam:UpdateOpenIDConnectProviderThumbprint",
                        "iam:TagOpenIDConnectProvider")
                .on("*"));
        rights.addAll(denials());
        return List.copyOf(rights);
    }

    /** A person with more rights does these by hand; no pipeline needs them, and every intruder does. */
    private static List<Statement> denials() {
        return List.of(
                Statement.deny(
                                "KeepTheTrail",
                                "cloudtrail:DeleteTrail",
                                "cloudtrail:StopLogging",
                                "guardduty:DeleteDetector",
                                "config:StopConfigurationRecorder",
                                "config:DeleteConfigurationRecorder")
                        .on("*"),
                Statement.deny(
                                "KeepTheBackups",
                                "backup:DeleteRecoveryPoint",
                                "backup:DeleteBackupVault",
                                "backup:DeleteBackupVaultLockConfiguration",
                                "rds:DeleteDBSnapshot",
                                "rds:DeleteDBInstanceAutomatedBackup")
                        .on("*"),
                Statement.deny("KeepTheKeys", "kms:ScheduleKeyDeletion", "kms:DisableKey")
                        .on("*"));
    }
}
