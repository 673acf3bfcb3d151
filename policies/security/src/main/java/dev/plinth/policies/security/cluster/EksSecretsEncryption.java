package dev.plinth.policies.security.cluster;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.eks.Cluster;
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

/** Kubernetes' secrets are encrypted with a key of one's own before they are stored. */
final class EksSecretsEncryption implements ResourceRule {
    private static final ResourceTypes CLUSTERS = ResourceTypes.of(Cluster.class);
    private static final ObjectProperty<Properties> ENCRYPTION = CLUSTERS.object("encryptionConfig");
    private static final Property<List<String>> RESOURCES = ENCRYPTION.fields().texts("resources");
    private static final ObjectProperty<Properties> PROVIDER =
            ENCRYPTION.fields().object("provider");
    private static final Property<String> KEY = PROVIDER.fields().text("keyArn");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("eks-secrets-encryption", CLUSTERS, "A cluster encrypts its secrets with a key")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("EKS.3"), CHECKOV.control("CKV_AWS_58"), TRIVY.control("AWS-0039"))
                .why("Whoever reads the cluster's store, or a copy of it, reads every password in it.")
                .cure("set encryptionConfig with secrets as its resources and the key as its provider's keyArn");
    }

    @Override
    public Judgement check(Resource cluster, Context context) {
        boolean encrypted = cluster.get(ENCRYPTION)
                .filter(encryption ->
                        encryption.get(RESOURCES).orElse(List.of()).contains("secrets"))
                .flatMap(encryption -> encryption.get(PROVIDER))
                .filter(provider -> provider.has(KEY))
                .isPresent();
        return Judgement.violatedIf(!encrypted, "does not encrypt its secrets with a key of its owner");
    }
}
