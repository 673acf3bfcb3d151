package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.pod.PodStatus;
import dev.plinth.sandbox.proxy.Target;
import dev.plinth.sandbox.proxy.TargetGroupSettings;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Target groups with their targets: addresses that are attached, and the pods behind bound Services. */
final class TargetPlan {
    private static final String GROUP = "aws:lb/targetGroup:TargetGroup";
    private static final String ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
    private static final String BINDING = "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding";
    private static final String SERVICE = "kubernetes:core/v1:Service";
    private static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";
    private static final int HTTP_PORT = 80;
    private final Snapshot snapshot;

    TargetPlan(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    List<TargetGroupSettings> groups(Set<String> arns) {
        return snapshot.ofType(GROUP)
                .filter(group -> arns.contains(group.id()))
                .map(this::settings)
                .toList();
    }

    private TargetGroupSettings settings(StoredResource group) {
        var inputs = new Properties(group.inputs());
        var check = HealthChecks.of(inputs);
        var targets = Stream.concat(attached(group.id(), inputs), bound(group.id(), check.port()))
                .distinct()
                .toList();
        return new TargetGroupSettings(group.id(), HealthChecks.protocol(inputs, "protocol"), check, targets);
    }

    private Stream<Target> attached(String arn, Properties group) {
        return snapshot.ofType(ATTACHMENT)
                .map(attachment -> new Properties(attachment.inputs()))
                .filter(attachment ->
                        attachment.text("targetGroupArn").filter(arn::equals).isPresent())
                .map(attachment -> Target.of(new Endpoint(
                        attachment.text("targetId").orElse(""),
                        attachment.whole("port").or(() -> group.whole("port")).orElse(HTTP_PORT))));
    }

    private Stream<Target> bound(String arn, int healthPort) {
        return snapshot.ofType(BINDING)
                .map(binding -> new Properties(binding.inputs()))
                .filter(binding -> binding.in("spec")
                        .text("targetGroupARN")
                        .filter(arn::equals)
                        .isPresent())
                .flatMap(binding -> service(binding, healthPort));
    }

    private Stream<Target> service(Properties binding, int healthPort) {
        var reference = binding.in("spec").in("serviceRef");
        var namespace = Workload.namespace(binding);
        return snapshot.object(SERVICE, namespace, reference.text("name").orElse("")).stream()
                .map(service -> new Properties(service.inputs()))
                .flatMap(service -> pods(service, reference, healthPort));
    }

    private Stream<Target> pods(Properties service, Properties reference, int healthPort) {
        return snapshot.ofType(DEPLOYMENT)
                .filter(deployment ->
                        Workload.of(new Properties(deployment.inputs())).selectedBy(service))
                .flatMap(deployment -> {
                    int port = targetPort(service, reference, new Properties(deployment.inputs()));
                    return snapshot.pods().getOrDefault(deployment.urn(), List.of()).stream()
                            .map(pod -> target(pod, port, healthPort));
                });
    }

    /** A pod may listen elsewhere than it declares, when its port is taken on this machine. */
    private static Target target(PodStatus pod, int port, int healthPort) {
        int realHealthPort = pod.address().ports().getOrDefault(healthPort, healthPort);
        return new Target(pod.endpoint(port), realHealthPort);
    }

    /** The container port behind the Service's port that the binding names, by number or name. */
    private static int targetPort(Properties service, Properties reference, Properties deployment) {
        var port = service.in("spec").each("ports").stream()
                .filter(candidate -> matches(candidate, reference))
                .findFirst()
                .orElse(new Properties(Value.Fields.EMPTY));
        return port.whole("targetPort")
                .or(() -> port.text("targetPort").flatMap(name -> ContainerPorts.named(deployment, name)))
                .or(() -> port.whole("port"))
                .orElse(HTTP_PORT);
    }

    private static boolean matches(Properties port, Properties reference) {
        return reference.fields().find("port").equals(port.fields().find("port"))
                || (reference.text("port").isPresent() && reference.text("port").equals(port.text("name")));
    }
}
