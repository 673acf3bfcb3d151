package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.POD_SECURITY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.List;

/** A container is reached through Services, not at its node's address. */
final class K8sNoHostPorts implements RemediatingRule {
    private static final ObjectProperty<List<Properties>> PORTS = Container.SHAPE.objects("ports");
    private static final Property<Integer> HOST_PORT = PORTS.fields().integer("hostPort");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-no-host-ports", Workloads.ALL, "A container does not open a port of its node")
                .controls(POD_SECURITY.control("baseline: Host Ports"), CHECKOV.control("CKV_K8S_26"))
                .why("A port of the node is open to all who reach the node, and keeps a second such pod away from it.")
                .cure("leave hostPort out and let a Service find the pods")
                .config(PodStandard.EXEMPTION);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        return PodStandard.judgeContainers(
                workload,
                context,
                container -> container.each(
                        PORTS,
                        port -> Judgement.violatedIf(
                                hostPort(port) != 0,
                                "opens port %d of its node for %s".formatted(hostPort(port), container.title()))));
    }

    @Override
    public Patch remedy(Resource workload, Context context) {
        return PodStandard.patchContainers(
                workload,
                context,
                container -> Patch.insideEach(
                        container.properties(),
                        PORTS,
                        port -> hostPort(port) == 0 ? Patch.NONE : Patch.remove(HOST_PORT)));
    }

    private static int hostPort(Properties port) {
        return port.get(HOST_PORT).orElse(0);
    }
}
