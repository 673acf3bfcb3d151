package dev.plinth.policies.breaches;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.iam.AccountPasswordPolicy;
import com.pulumi.aws.iam.AccountPasswordPolicyArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.aws.iam.User;
import com.pulumi.aws.iam.UserPolicyAttachment;
import com.pulumi.aws.iam.UserPolicyAttachmentArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretPolicy;
import com.pulumi.aws.secretsmanager.SecretPolicyArgs;
import com.pulumi.aws.secretsmanager.SecretRotation;
import com.pulumi.aws.secretsmanager.SecretRotationArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretRotationRotationRulesArgs;

/** Breaks the rules of the security pack's package {@code identity}. */
final class IdentityBreaches {
    private static final String READER = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String SECRET_ARN = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:login";

    private static final String TO_ANYBODY = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "%s"}}""";

    private static final String TO_THE_ACCOUNT = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "%s",
             "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}}""";

    private IdentityBreaches() {}

    static void present() {
        permissions();
        attachments();
        roles();
        keys();
        secrets();
        accounts();
    }

    /** iam-no-admin-star, iam-no-decrypt-all, iam-no-escalation and iam-no-service-star. */
    private static void permissions() {
        permission("everything", "*");
        permission("every-key", "kms:Decrypt");
        permission("every-role", "iam:PassRole");
        permission("all-of-s3", "s3:*");
    }

    /** iam-no-admin-managed, iam-no-user-policies and iam-no-users-or-keys. */
    private static void attachments() {
        attachment("administrator", "app", "arn:aws:iam::aws:policy/AdministratorAccess");
        new UserPolicyAttachment(
                "of-a-user",
                UserPolicyAttachmentArgs.builder()
                        .user("somebody")
                        .policyArn(READER)
                        .build());
        new User("robot");
    }

    /** iam-no-mixed-policy-styles and iam-trust-not-public. */
    private static void roles() {
        new Role(
                "mixed", role("mixed", TO_THE_ACCOUNT).managedPolicyArns(READER).build());
        attachment("mixed", "mixed", "arn:aws:iam::aws:policy/SecurityAudit");
        new Role("trusting", role("trusting", TO_ANYBODY).build());
    }

    /** kms-policy-not-public and kms-rotation. */
    private static void keys() {
        key("public", Sound.key().policy(TO_ANYBODY.formatted("kms:*")));
        key("unrotated", Sound.key().enableKeyRotation(false));
    }

    /** secret-customer-key, secret-policy-not-public, secret-rotation and sensitive-inputs-are-secret. */
    private static void secrets() {
        new Secret("aws-key", SecretArgs.builder().recoveryWindowInDays(30).build(), Sound.keeping());
        new SecretPolicy(
                "unchecked",
                SecretPolicyArgs.builder()
                        .secretArn(SECRET_ARN)
                        .policy(TO_THE_ACCOUNT.formatted("secretsmanager:GetSecretValue"))
                        .blockPublicPolicy(false)
                        .build());
        new SecretRotation(
                "rare",
                SecretRotationArgs.builder()
                        .secretId(SECRET_ARN)
                        .rotationLambdaArn("arn:aws:lambda:eu-central-1:111122223333:function:rotation")
                        .rotationRules(SecretRotationRotationRulesArgs.builder()
                                .automaticallyAfterDays(91)
                                .build())
                        .build());
        new SecretVersion(
                "readable",
                SecretVersionArgs.builder()
                        .secretId(SECRET_ARN)
                        .secretString("only-for-previews-0123456789")
                        .build());
    }

    /** iam-password-policy and provider-no-static-keys. */
    private static void accounts() {
        new AccountPasswordPolicy(
                "short",
                AccountPasswordPolicyArgs.builder()
                        .minimumPasswordLength(13)
                        .passwordReusePrevention(24)
                        .requireLowercaseCharacters(true)
                        .requireNumbers(true)
                        .requireSymbols(true)
                        .requireUppercaseCharacters(true)
                        .build());
        new Provider(
                "with-a-key",
                ProviderArgs.builder()
                        .region("eu-central-1")
                        .allowedAccountIds("111122223333")
                        .accessKey("only-for-previews")
                        .build());
    }

    private static void permission(String name, String action) {
        var args = RolePolicyArgs.builder().role("app").policy("""
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "%s", "Resource": "*"}}""".formatted(action));
        new RolePolicy(name, args.build());
    }

    private static void attachment(String name, String role, String policyArn) {
        new RolePolicyAttachment(
                name,
                RolePolicyAttachmentArgs.builder()
                        .role(role)
                        .policyArn(policyArn)
                        .build());
    }

    private static RoleArgs.Builder role(String name, String trust) {
        return RoleArgs.builder().name(name).assumeRolePolicy(trust.formatted("sts:AssumeRole"));
    }

    private static void key(String name, KeyArgs.Builder args) {
        new Key(name, args.build(), Sound.keeping());
    }
}
