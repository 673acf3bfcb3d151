package dev.plinth.policies.security.workload;

import com.pulumi.kubernetes.core.v1.Namespace;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.kubernetes.Metadata;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The cluster itself refuses pods that do not keep the standard, whoever sends them. */
final class K8sNsPodSecurity implements RemediatingRule {
    /** The levels of the Pod Security Standards, the weakest first. */
    enum Level {
        PRIVILEGED,
        BASELINE,
        RESTRICTED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Level> of(String label) {
            return Stream.of(values())
                    .filter(level -> level.label().equals(label))
                    .findFirst();
        }
    }

    record Demand(
            @Described("the weakest standard that a namespace may enforce")
            Level levelMin,

            @Described("namespaces of the cluster itself, whose pods need rights that no app should have")
            List<String> systemNamespaces) {}

    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    private static final RuleConfig<Demand> DEMAND =
            RuleConfig.of(new Demand(Level.RESTRICTED, List.of("kube-system", "kube-public", "kube-node-lease")));
    private static final ResourceTypes NAMESPACES = ResourceTypes.of(Namespace.class);
    private static final Metadata METADATA = Metadata.of(NAMESPACES);

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-ns-pod-security", NAMESPACES, "A namespace enforces a Pod Security Standard")
                .why("What nobody previews, such as a chart or a command by hand, is stopped by the cluster only.")
                .cure("set the label %s of the namespace to the standard that the rule asks for".formatted(ENFORCE))
                .config(DEMAND);
    }

    @Override
    public Judgement check(Resource namespace, Context context) {
        Demand demand = context.get(DEMAND);
        if (isSystem(namespace, demand)) {
            return Judgement.notApplicable("leaves the namespaces of the cluster itself alone");
        }
        String enforced = METADATA.label(namespace.properties(), ENFORCE).orElse("");
        String found = enforced.isEmpty() ? "no Pod Security Standard" : "the standard " + enforced;
        return Judgement.violatedIf(
                !isEnough(enforced, demand),
                "enforces %s, needs %s".formatted(found, demand.levelMin().label()));
    }

    @Override
    public Patch remedy(Resource namespace, Context context) {
        Demand demand = context.get(DEMAND);
        boolean kept = isSystem(namespace, demand)
                || isEnough(METADATA.label(namespace.properties(), ENFORCE).orElse(""), demand);
        return kept ? Patch.NONE : METADATA.label(ENFORCE, demand.levelMin().label());
    }

    private static boolean isSystem(Resource namespace, Demand demand) {
        return METADATA.knownName(namespace)
                .filter(demand.systemNamespaces()::contains)
                .isPresent();
    }

    private static boolean isEnough(String enforced, Demand demand) {
        return Level.of(enforced)
                .filter(level -> level.compareTo(demand.levelMin()) >= 0)
                .isPresent();
    }
}
