package dev.plinth.infra.cluster;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.LimitRange;
import com.pulumi.kubernetes.core.v1.LimitRangeArgs;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.core.v1.ResourceQuota;
import com.pulumi.kubernetes.core.v1.ResourceQuotaArgs;
import com.pulumi.kubernetes.core.v1.inputs.LimitRangeItemArgs;
import com.pulumi.kubernetes.core.v1.inputs.LimitRangeSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceQuotaSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import com.pulumi.kubernetes.networking.v1.NetworkPolicyArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.HashMap;
import java.util.Map;

/**
 * A room for an app: pods keep to the strictest standard, talk to nobody that is not named, and use no more than their
 * share.
 */
public final class AppNamespace extends ComponentResource {
    private static final String STANDARD = "restricted";

    /** Of a container that says nothing itself; enough for a small helper, too little for an app that forgot to. */
    private static final Map<String, String> USUAL = Map.of("cpu", "100m", "memory", "128Mi");

    private final CustomResourceOptions child;
    private final Output<String> namespaceName;

    public AppNamespace(String name, AppNamespaceArgs args, Scope scope) {
        super("plinth:cluster:AppNamespace", name, scope.options());
        this.child = scope.child(this);
        var namespace = new Namespace(
                name,
                NamespaceArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .name(scope.title(name))
                                .labels(labels())
                                .build())
                        .build(),
                child);
        this.namespaceName =
                namespace.metadata().applyValue(known -> known.name().orElseThrow());
        new ResourceQuota(name, quotaArgs(args.quota()), child);
        new LimitRange(name, limitArgs(), child);
        allow(name, "default-deny", NetworkPolicies.nothing());
        allow(name, "names", NetworkPolicies.names());
        args.allowances().forEach(allowance -> allow(name, allowance.name(), NetworkPolicies.of(allowance)));
        registerOutputs(Map.of("namespaceName", namespaceName));
    }

    public Output<String> namespaceName() {
        return namespaceName;
    }

    private void allow(String name, String policy, NetworkPolicySpecArgs spec) {
        new NetworkPolicy(
                name + "-" + policy,
                NetworkPolicyArgs.builder()
                        .metadata(Meta.in(namespaceName, policy))
                        .spec(spec)
                        .build(),
                child);
    }

    private ResourceQuotaArgs quotaArgs(Quota quota) {
        return ResourceQuotaArgs.builder()
                .metadata(Meta.in(namespaceName, "share"))
                .spec(ResourceQuotaSpecArgs.builder()
                        .hard(Map.of(
                                "pods", String.valueOf(quota.pods()),
                                "requests.cpu", quota.cpu(),
                                "requests.memory", quota.memory(),
                                "limits.memory", quota.memory(),
                                // Ways past the load balancer that the program makes.
                                "services.loadbalancers", "0",
                                "services.nodeports", "0"))
                        .build())
                .build();
    }

    private LimitRangeArgs limitArgs() {
        return LimitRangeArgs.builder()
                .metadata(Meta.in(namespaceName, "usual"))
                .spec(LimitRangeSpecArgs.builder()
                        .limits(LimitRangeItemArgs.builder()
                                .type("Container")
                                .defaultRequest(USUAL)
                                .default_(Map.of("memory", "128Mi"))
                                .build())
                        .build())
                .build();
    }

    private static Map<String, String> labels() {
        var labels = new HashMap<>(Meta.labels());
        for (var mode : new String[] {"enforce", "audit", "warn"}) {
            labels.put("pod-security.kubernetes.io/" + mode, STANDARD);
        }
        // Pods that a target group knows are ready only when their load balancer says so.
        labels.put("elbv2.k8s.aws/pod-readiness-gate-inject", "enabled");
        return Map.copyOf(labels);
    }
}
