package dev.plinth.policies.security.workload;

import com.pulumi.kubernetes.core.v1.Service;
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
import dev.plinth.policy.kubernetes.Metadata;
import java.util.List;
import java.util.Set;

/** A Service is reached inside the network; what faces the internet is made where it is guarded. */
final class K8sServiceExposure implements ResourceRule {
    record Annotation(
            @Described("the annotation's name") String name,

            @Described("the value that keeps the load balancer inside the network")
            String value) {}

    record Inside(
            @Described("annotations of which one says that a load balancer is not in the internet")
            List<Annotation> annotations) {}

    private static final Set<String> WORLD = Set.of("0.0.0.0/0", "::/0");

    private static final RuleConfig<Inside> INSIDE = RuleConfig.of(new Inside(List.of(
            new Annotation("service.beta.kubernetes.io/aws-load-balancer-scheme", "internal"),
            new Annotation("service.beta.kubernetes.io/aws-load-balancer-internal", "true"),
            new Annotation("service.beta.kubernetes.io/azure-load-balancer-internal", "true"),
            new Annotation("networking.gke.io/load-balancer-type", "Internal"))));
    private static final ResourceTypes SERVICES = ResourceTypes.of(Service.class);
    private static final Metadata METADATA = Metadata.of(SERVICES);
    private static final ObjectProperty<Properties> SPEC = SERVICES.object("spec");
    private static final Property<String> TYPE = SPEC.fields().text("type");
    private static final Property<List<String>> RANGES = SPEC.fields().texts("loadBalancerSourceRanges");
    private static final Property<List<String>> EXTERNAL = SPEC.fields().texts("externalIPs");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-service-exposure", SERVICES, "A Service is not open to the internet")
                .severity(Severity.HIGH)
                .why("A load balancer that a Service makes has no firewall, no certificate of ours and no log.")
                .cure("use the type ClusterIP behind the load balancer of the program, or keep it inside the network")
                .config(INSIDE);
    }

    @Override
    public Judgement check(Resource service, Context context) {
        return service.get(SPEC)
                .map(spec -> Judgement.all(
                        () -> checkType(service, spec, context.get(INSIDE)),
                        () -> Judgement.violatedIf(
                                spec.has(EXTERNAL), "takes traffic of any address that externalIPs names")))
                .orElse(Judgement.kept());
    }

    private static Judgement checkType(Resource service, Properties spec, Inside inside) {
        return switch (spec.get(TYPE).orElse("ClusterIP")) {
            case "NodePort" -> Judgement.violated("opens a port of every node, as its type is NodePort");
            case "LoadBalancer" ->
                Judgement.violatedIf(
                        !isInside(service, inside) && !isNarrow(spec),
                        "opens a load balancer to the internet, with neither an internal scheme nor source ranges");
            default -> Judgement.kept();
        };
    }

    private static boolean isInside(Resource service, Inside inside) {
        return inside.annotations().stream()
                .anyMatch(annotation -> METADATA.annotation(service.properties(), annotation.name())
                        .filter(annotation.value()::equalsIgnoreCase)
                        .isPresent());
    }

    private static boolean isNarrow(Properties spec) {
        List<String> ranges = spec.get(RANGES).orElse(List.of());
        return !ranges.isEmpty() && ranges.stream().noneMatch(WORLD::contains);
    }
}
