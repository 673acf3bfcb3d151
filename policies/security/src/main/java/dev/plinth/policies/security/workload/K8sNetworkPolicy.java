package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import dev.plinth.policy.Value;
import dev.plinth.policy.kubernetes.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pods of a namespace talk to those that somebody has named, and to nobody else. */
final class K8sNetworkPolicy implements StackRule {
    record Demand(
            @Described("whether one policy has to be about every pod of the namespace, so that none is left out")
            boolean everyPod,

            @Described("namespaces of the cluster itself, which brings its own policies or none")
            List<String> systemNamespaces) {}

    private static final RuleConfig<Demand> DEMAND =
            RuleConfig.of(new Demand(true, List.of("default", "kube-system", "kube-public", "kube-node-lease")));

    private static final ResourceTypes NAMESPACES = ResourceTypes.of(Namespace.class);
    private static final Metadata NAMESPACE = Metadata.of(NAMESPACES);
    private static final ResourceTypes POLICIES = ResourceTypes.of(NetworkPolicy.class);
    private static final Metadata POLICY = Metadata.of(POLICIES);
    private static final ObjectProperty<Properties> SPEC = POLICIES.object("spec");
    private static final Property<List<String>> TYPES = SPEC.fields().texts("policyTypes");
    private static final ObjectProperty<Properties> PODS = SPEC.fields().object("podSelector");
    private static final Property<Map<String, Value>> LABELS = PODS.fields().valueMap("matchLabels");
    private static final ObjectProperty<List<Properties>> EXPRESSIONS =
            PODS.fields().objects("matchExpressions");
    private static final ObjectProperty<List<Properties>> INGRESS =
            SPEC.fields().objects("ingress");
    private static final ObjectProperty<List<Properties>> FROM =
            INGRESS.fields().objects("from");
    private static final ObjectProperty<List<Properties>> PORTS =
            INGRESS.fields().objects("ports");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-network-policy", NAMESPACES, "A namespace has a network policy for its pods")
                .controls(CHECKOV.control("CKV2_K8S_6"))
                .why("Without a policy every pod of the cluster reaches every other one, whatever it is.")
                .cure("add a NetworkPolicy with an empty podSelector that names who may come in, if anybody")
                .config(DEMAND);
    }

    @Override
    public Judgement check(Resource namespace, Stack stack, Context context) {
        Demand demand = context.get(DEMAND);
        if (NAMESPACE
                .knownName(namespace)
                .filter(demand.systemNamespaces()::contains)
                .isPresent()) {
            return Judgement.notApplicable("leaves the namespaces of the cluster itself alone");
        }
        List<Resource> policies = stack.all(POLICIES).stream()
                .filter(policy -> isIn(namespace, policy, stack))
                .toList();
        if (policies.isEmpty()) {
            return Judgement.violated("has no network policy");
        }
        return Judgement.violatedIf(
                demand.everyPod() && policies.stream().noneMatch(K8sNetworkPolicy::guardsEveryPod),
                "has no network policy that is about all of its pods");
    }

    private static boolean isIn(Resource namespace, Resource policy, Stack stack) {
        Optional<String> known = POLICY.knownNamespace(policy);
        if (known.isPresent()) {
            return known.equals(NAMESPACE.knownName(namespace));
        }
        // In the preview of a new stack nobody knows where it belongs: a note on every namespace would say nothing.
        List<Resource> sources = stack.sources(policy, POLICY.property());
        return POLICY.hasNamespace(policy) && (sources.isEmpty() || sources.contains(namespace));
    }

    private static boolean guardsEveryPod(Resource policy) {
        return policy.get(SPEC)
                .filter(spec -> spec.get(TYPES).orElse(List.of("Ingress")).contains("Ingress"))
                .filter(spec ->
                        spec.get(PODS).filter(K8sNetworkPolicy::isNarrow).isEmpty())
                .filter(spec -> spec.get(INGRESS).orElse(List.of()).stream().noneMatch(K8sNetworkPolicy::allowsAll))
                .isPresent();
    }

    private static boolean isNarrow(Properties selector) {
        return selector.has(EXPRESSIONS)
                || !selector.get(LABELS).orElse(Map.of()).isEmpty();
    }

    private static boolean allowsAll(Properties ingress) {
        return !ingress.has(FROM) && !ingress.has(PORTS);
    }
}
