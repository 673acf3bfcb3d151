package dev.plinth.policies.security.cluster;

import com.pulumi.aws.eks.AccessPolicyAssociation;
import com.pulumi.aws.eks.Cluster;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.aws.PolicyNames;
import java.util.List;

/** Who may do what in a cluster stands in EKS's access entries, and few may do everything. */
final class EksAccessEntries implements ResourceRule {
    record Administrators(
            @Described("ARNs, with * for any letters, of those who may administer a whole cluster")
            List<String> arns) {}

    private static final RuleConfig<Administrators> ADMINISTRATORS = RuleConfig.of(
            new Administrators(List.of("arn:*:role/*-deploy", "arn:*:role/*admin*", "arn:*:role/*Admin*")));
    private static final ResourceTypes CLUSTERS = ResourceTypes.of(Cluster.class);
    private static final ObjectProperty<Properties> ACCESS = CLUSTERS.object("accessConfig");
    private static final Property<String> MODE = ACCESS.fields().text("authenticationMode");
    private static final String CONFIG_MAP = "CONFIG_MAP";

    private static final ResourceTypes ASSOCIATIONS = ResourceTypes.of(AccessPolicyAssociation.class);
    private static final Property<String> POLICY = ASSOCIATIONS.text("policyArn");
    private static final Property<String> PRINCIPAL = ASSOCIATIONS.text("principalArn");
    private static final ObjectProperty<Properties> SCOPE = ASSOCIATIONS.object("accessScope");
    private static final Property<String> REACH = SCOPE.fields().text("type");

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(AccessPolicyAssociation.class, Cluster.class);
        return RuleInfo.mandatory("eks-access-entries", types, "Access entries say who may do what in a cluster")
                .severity(Severity.MEDIUM)
                .why("The config map is changed by whoever is in the cluster, and no log of AWS tells; an administrator"
                        + " reads every secret.")
                .cure("set authenticationMode to API, and give AmazonEKSViewPolicy or single namespaces to all but"
                        + " administrators")
                .config(ADMINISTRATORS);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        return resource.is(CLUSTERS)
                ? checkMode(resource)
                : checkRights(resource, context.get(ADMINISTRATORS).arns());
    }

    private static Judgement checkMode(Resource cluster) {
        // EKS takes the config map where nothing is said.
        String mode = cluster.get(ACCESS).flatMap(access -> access.get(MODE)).orElse(CONFIG_MAP);
        return Judgement.violatedIf(mode.equals(CONFIG_MAP), "lets in whom a config map in the cluster names");
    }

    private static Judgement checkRights(Resource association, List<String> administrators) {
        boolean everywhere = association
                .get(SCOPE)
                .flatMap(scope -> scope.get(REACH))
                .filter("cluster"::equals)
                .isPresent();
        if (!everywhere || !association.get(POLICY).orElse("").endsWith("/AmazonEKSClusterAdminPolicy")) {
            return Judgement.kept();
        }
        String principal = association.get(PRINCIPAL).orElse("");
        return Judgement.violatedIf(
                !new PolicyNames(administrators, false).cover(principal),
                "makes %s an administrator of the whole cluster".formatted(principal));
    }
}
