package dev.plinth.policies.security.cluster;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.ecr.Repository;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** Images are encrypted with a key of KMS, whose policy says who reads them. */
final class EcrKms implements ResourceRule {
    private static final ResourceTypes REPOSITORIES = ResourceTypes.of(Repository.class);
    private static final ObjectProperty<List<Properties>> ENCRYPTION = REPOSITORIES.objects("encryptionConfigurations");
    private static final Property<String> TYPE = ENCRYPTION.fields().text("encryptionType");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("ecr-kms", REPOSITORIES, "Images are encrypted with a key of KMS")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV_AWS_136"), TRIVY.control("AWS-0033"))
                .why("A key of KMS can be taken away from whoever got hold of the registry; the registry's own cannot.")
                .cure("make the repository anew with encryptionConfigurations of the type KMS");
    }

    @Override
    public Judgement check(Resource repository, Context context) {
        boolean encrypted = repository.get(ENCRYPTION).orElse(List.of()).stream()
                .anyMatch(encryption -> encryption.get(TYPE).orElse("").startsWith("KMS"));
        return Judgement.violatedIf(!encrypted, "is not encrypted with a key of KMS");
    }
}
