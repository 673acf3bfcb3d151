package dev.plinth.policies.backup.workload;

import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Value;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A container says what it needs, so that it gets it and takes nobody else's. */
final class K8sRequestsLimits implements ResourceRule {
    record Demand(
            @Described("whether a container needs a limit of its processor time as well, which slows it at peaks")
            boolean cpuLimit) {}

    private static final RuleConfig<Demand> DEMAND = RuleConfig.of(new Demand(false));
    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";
    private static final ObjectProperty<Properties> RESOURCES = Container.SHAPE.object("resources");
    private static final Property<Map<String, Value>> REQUESTS =
            RESOURCES.fields().valueMap("requests");
    private static final Property<Map<String, Value>> LIMITS =
            RESOURCES.fields().valueMap("limits");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-requests-limits", Workloads.ALL, "A container says what it needs of its node")
                .controls(
                        CHECKOV.control("CKV_K8S_10"),
                        CHECKOV.control("CKV_K8S_11"),
                        CHECKOV.control("CKV_K8S_12"),
                        CHECKOV.control("CKV_K8S_13"))
                .why(
                        "A container that says nothing is evicted first, and one without a limit takes its neighbours' memory.")
                .cure("set resources.requests.cpu, resources.requests.memory and resources.limits.memory")
                .config(DEMAND);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        boolean cpuLimit = context.get(DEMAND).cpuLimit();
        return Workloads.judge(workload, pod -> pod.eachContainer(container -> checkContainer(container, cpuLimit)));
    }

    private static Judgement checkContainer(Container container, boolean cpuLimit) {
        // A container that was added to a running pod cannot have any.
        if (container.pod().isPatch() || container.kind() == Container.Kind.EPHEMERAL) {
            return Judgement.kept();
        }
        Set<String> requests = names(container, REQUESTS);
        Set<String> limits = names(container, LIMITS);
        // A limit without a request is the request, too.
        return Judgement.violated(Stream.of(
                        lack("requests.cpu", requests.contains(CPU) || limits.contains(CPU)),
                        lack("requests.memory", requests.contains(MEMORY) || limits.contains(MEMORY)),
                        lack("limits.memory", limits.contains(MEMORY)),
                        lack("limits.cpu", limits.contains(CPU) || !cpuLimit))
                .flatMap(Optional::stream)
                .map(name -> "runs %s without resources.%s".formatted(container.title(), name))
                .toList());
    }

    private static Optional<String> lack(String name, boolean there) {
        return there ? Optional.empty() : Optional.of(name);
    }

    private static Set<String> names(Container container, Property<Map<String, Value>> property) {
        return container
                .get(RESOURCES)
                .flatMap(resources -> resources.get(property))
                .orElse(Map.of())
                .keySet();
    }
}
