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

/** The API of a cluster is reached from its own network, and from the internet at most by some addresses. */
final class EksEndpointRestricted implements ResourceRule {
    private static final ResourceTypes CLUSTERS = ResourceTypes.of(Cluster.class);
    private static final ObjectProperty<Properties> NETWORK = CLUSTERS.object("vpcConfig");
    private static final Property<Boolean> PUBLIC = NETWORK.fields().flag("endpointPublicAccess");
    private static final Property<Boolean> PRIVATE = NETWORK.fields().flag("endpointPrivateAccess");
    private static final Property<List<String>> BLOCKS = NETWORK.fields().texts("publicAccessCidrs");
    private static final List<String> WORLD = List.of("0.0.0.0/0", "::/0");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("eks-endpoint-restricted", CLUSTERS, "A cluster's API is not open to the internet")
                .severity(Severity.CRITICAL)
                .controls(
                        AWS_FSBP.control("EKS.1"),
                        CHECKOV.control("CKV_AWS_38"),
                        CHECKOV.control("CKV_AWS_39"),
                        TRIVY.control("AWS-0040"),
                        TRIVY.control("AWS-0041"))
                .why("Where the whole internet reaches the API, one leaked credential or one flaw in it is enough.")
                .cure("set endpointPrivateAccess to true, and endpointPublicAccess to false or publicAccessCidrs to"
                        + " some addresses");
    }

    @Override
    public Judgement check(Resource cluster, Context context) {
        return cluster.get(NETWORK)
                .map(network -> Judgement.all(() -> fromOutside(network), () -> fromInside(network)))
                .orElseGet(Judgement::kept);
    }

    private static Judgement fromOutside(Properties network) {
        // EKS opens the API to all where nothing is said.
        if (!network.get(PUBLIC).orElse(true)) {
            return Judgement.kept();
        }
        boolean open = network.get(BLOCKS)
                .filter(blocks -> !blocks.isEmpty())
                .map(blocks -> blocks.stream().anyMatch(WORLD::contains))
                .orElse(true);
        return Judgement.violatedIf(open, "has an API that the whole internet reaches");
    }

    private static Judgement fromInside(Properties network) {
        return Judgement.violatedIf(
                !network.get(PRIVATE).orElse(false), "has an API that its own network reaches by the internet only");
    }
}
