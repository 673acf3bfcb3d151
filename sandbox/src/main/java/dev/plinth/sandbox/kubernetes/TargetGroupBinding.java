package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A binding of the AWS load balancer controller: a Service's ready pods become a target group's targets. No SDK declares
 * it, so its spec is checked here: docs/guide/targetgroupbinding/spec.md of kubernetes-sigs/aws-load-balancer-controller.
 */
final class TargetGroupBinding extends Bound {
    private static final List<String> KNOWN = List.of(
            "ipAddressType",
            "iamRoleArnToAssume",
            "assumeRoleExternalId",
            "multiClusterTargetGroup",
            "networking",
            "nodeSelector",
            "serviceRef",
            "targetGroupARN",
            "targetGroupName",
            "targetGroupProtocol",
            "targetType",
            "vpcID");

    TargetGroupBinding(Cluster cluster) {
        super(cluster);
    }

    @Override
    public List<Failure> check(Desired desired) {
        var inputs = desired.inputs();
        if (!(inputs.find("spec").orElse(Value.unknown()) instanceof Value.Fields fields)) {
            return List.of();
        }
        var spec = new Properties(fields);
        var failures = new ArrayList<Failure>();
        fields.entries().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> failures.add(new Failure(
                        "spec." + name, "a TargetGroupBinding has no such field; it has " + String.join(", ", KNOWN))));
        if (!spec.has("targetGroupARN") && !spec.has("targetGroupName")) {
            failures.add(new Failure("spec.targetGroupARN", "missing, but a TargetGroupBinding requires it"));
        }
        for (var name : List.of("name", "port")) {
            if (!spec.in("serviceRef").has(name)) {
                failures.add(new Failure("spec.serviceRef." + name, "missing, but a TargetGroupBinding requires it"));
            }
        }
        return failures;
    }
}
