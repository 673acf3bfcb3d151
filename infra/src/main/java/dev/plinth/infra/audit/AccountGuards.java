package dev.plinth.infra.audit;

import com.pulumi.aws.ebs.DefaultKmsKey;
import com.pulumi.aws.ebs.DefaultKmsKeyArgs;
import com.pulumi.aws.ebs.EncryptionByDefault;
import com.pulumi.aws.ebs.EncryptionByDefaultArgs;
import com.pulumi.aws.ebs.SnapshotBlockPublicAccess;
import com.pulumi.aws.ebs.SnapshotBlockPublicAccessArgs;
import com.pulumi.aws.ec2.ImageBlockPublicAccess;
import com.pulumi.aws.ec2.ImageBlockPublicAccessArgs;
import com.pulumi.aws.ec2.InstanceMetadataDefaults;
import com.pulumi.aws.ec2.InstanceMetadataDefaultsArgs;
import com.pulumi.aws.ec2.VpcBlockPublicAccessOptions;
import com.pulumi.aws.ec2.VpcBlockPublicAccessOptionsArgs;
import com.pulumi.aws.iam.AccountPasswordPolicy;
import com.pulumi.aws.iam.AccountPasswordPolicyArgs;
import com.pulumi.aws.s3.AccountPublicAccessBlock;
import com.pulumi.aws.s3.AccountPublicAccessBlockArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/** What AWS refuses to everybody in the account, whatever a single resource says. */
final class AccountGuards extends ComponentResource {
    /** Of the CIS AWS Foundations Benchmark 1.4, rules 1.8 and 1.9. */
    private static final int PASSWORD_LENGTH_MIN = 14;

    private static final int PASSWORDS_REMEMBERED = 24;

    private final CustomResourceOptions child;

    AccountGuards(String name, Output<String> diskKeyArn, Scope scope) {
        super("plinth:audit:AccountGuards", name, scope.options());
        this.child = scope.child(this);
        new AccountPublicAccessBlock(name, noPublicBuckets(), child);
        guardDisks(name, diskKeyArn);
        guardInstances(name);
        new VpcBlockPublicAccessOptions(
                name,
                // Ways out by NAT stay; who is let in is said by exclusions of single subnets.
                VpcBlockPublicAccessOptionsArgs.builder()
                        .internetGatewayBlockMode("block-ingress")
                        .build(),
                child);
        new AccountPasswordPolicy(name, passwords(), child);
        registerOutputs(Map.of());
    }

    private static AccountPublicAccessBlockArgs noPublicBuckets() {
        return AccountPublicAccessBlockArgs.builder()
                .blockPublicAcls(true)
                .blockPublicPolicy(true)
                .ignorePublicAcls(true)
                .restrictPublicBuckets(true)
                .build();
    }

    private void guardDisks(String name, Output<String> diskKeyArn) {
        new EncryptionByDefault(
                name, EncryptionByDefaultArgs.builder().enabled(true).build(), child);
        new DefaultKmsKey(name, DefaultKmsKeyArgs.builder().keyArn(diskKeyArn).build(), child);
        new SnapshotBlockPublicAccess(
                name,
                SnapshotBlockPublicAccessArgs.builder()
                        .state("block-all-sharing")
                        .build(),
                child);
    }

    private void guardInstances(String name) {
        new ImageBlockPublicAccess(
                name,
                ImageBlockPublicAccessArgs.builder().state("block-new-sharing").build(),
                child);
        new InstanceMetadataDefaults(
                name,
                // A program that is made to fetch a URL cannot send the token; one hop keeps containers out.
                InstanceMetadataDefaultsArgs.builder()
                        .httpEndpoint("enabled")
                        .httpTokens("required")
                        .httpPutResponseHopLimit(1)
                        .build(),
                child);
    }

    private static AccountPasswordPolicyArgs passwords() {
        return AccountPasswordPolicyArgs.builder()
                .minimumPasswordLength(PASSWORD_LENGTH_MIN)
                .passwordReusePrevention(PASSWORDS_REMEMBERED)
                .requireLowercaseCharacters(true)
                .requireUppercaseCharacters(true)
                .requireNumbers(true)
                .requireSymbols(true)
                .allowUsersToChangePassword(true)
                .build();
    }
}
