package dev.plinth.infra.image;

import com.pulumi.aws.ecr.LifecyclePolicy;
import com.pulumi.aws.ecr.LifecyclePolicyArgs;
import com.pulumi.aws.ecr.RegistryScanningConfiguration;
import com.pulumi.aws.ecr.RegistryScanningConfigurationArgs;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.RepositoryPolicy;
import com.pulumi.aws.ecr.RepositoryPolicyArgs;
import com.pulumi.aws.ecr.inputs.RegistryScanningConfigurationRuleArgs;
import com.pulumi.aws.ecr.inputs.RegistryScanningConfigurationRuleRepositoryFilterArgs;
import com.pulumi.aws.ecr.inputs.RepositoryEncryptionConfigurationArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Policy;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Scope;

/** Where images are kept: encrypted, scanned for as long as they are there, closed to other accounts, never changed. */
final class ImageRepository {
    /** More than anybody rolls back to; an image that is older than so many others is in no use. */
    private static final String KEEP_THE_LAST = """
            {"rules":[{"rulePriority":1,"description":"Keep the last 100 images","selection":\
            {"tagStatus":"any","countType":"imageCountMoreThan","countNumber":100},"action":{"type":"expire"}}]}""";

    private ImageRepository() {}

    static Repository create(String name, Output<String> keyArn, Resource parent, Scope scope) {
        var child = scope.child(parent);
        new RegistryScanningConfiguration(name, scanning(scope.title(name)), child);
        var repository = new Repository(name, args(name, keyArn, scope), scope.keeping(parent));
        new LifecyclePolicy(
                name,
                LifecyclePolicyArgs.builder()
                        .repository(repository.name())
                        .policy(KEEP_THE_LAST)
                        .build(),
                child);
        new RepositoryPolicy(
                name,
                RepositoryPolicyArgs.builder()
                        .repository(repository.name())
                        .policy(access(scope).json())
                        .build(),
                child);
        return repository;
    }

    private static RepositoryArgs args(String name, Output<String> keyArn, Scope scope) {
        return RepositoryArgs.builder()
                .name(scope.title(name))
                .imageTagMutability("IMMUTABLE")
                .imageScanningConfiguration(RepositoryImageScanningConfigurationArgs.builder()
                        .scanOnPush(true)
                        .build())
                .encryptionConfigurations(RepositoryEncryptionConfigurationArgs.builder()
                        .encryptionType("KMS")
                        .kmsKey(keyArn)
                        .build())
                .forceDelete(false)
                .tags(scope.tags(name))
                .build();
    }

    /** Of the account's registry in this region: see record 0093. */
    private static RegistryScanningConfigurationArgs scanning(String repository) {
        return RegistryScanningConfigurationArgs.builder()
                .scanType("ENHANCED")
                .rules(RegistryScanningConfigurationRuleArgs.builder()
                        .scanFrequency("CONTINUOUS_SCAN")
                        .repositoryFilters(RegistryScanningConfigurationRuleRepositoryFilterArgs.builder()
                                .filter(repository)
                                .filterType("WILDCARD")
                                .build())
                        .build())
                .build();
    }

    /** Images neither leave the account nor go before their time: the lifecycle removes them, and it is no principal. */
    private static Policy access(Scope scope) {
        var account = scope.account().id();
        return Policy.of(
                Statement.deny("OtherAccounts", "ecr:*")
                        .to(Principal.everybody())
                        .when(
                                Condition.isNot("aws:PrincipalAccount", account),
                                Condition.bool("aws:PrincipalIsAWSService", false)),
                Statement.deny("ImagesStay", "ecr:BatchDeleteImage", "ecr:PutImageTagMutability")
                        .to(Principal.everybody()));
    }
}
