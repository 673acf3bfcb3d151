package dev.plinth.infra.release;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentStrategyArgs;
import com.pulumi.kubernetes.apps.v1.inputs.RollingUpdateDeploymentArgs;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscaler;
import com.pulumi.kubernetes.batch.v1.Job;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServicePortArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudget;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.custom.CustomObject;
import dev.plinth.infra.custom.CustomObject.Content;
import dev.plinth.infra.custom.Definition;
import dev.plinth.infra.network.Port;
import java.util.Map;

/** One colour of the API: its migration, its pods, the Service that finds them, the binding that makes them targets. */
final class Side extends ComponentResource {
    private static final int SERVICE_PORT = 80;

    private final String name;
    private final Colour colour;
    private final Namespaced namespaced;

    Side(String name, Colour colour, ReleaseArgs args, Namespaced namespaced, Scope scope) {
        super("plinth:release:Side", name, scope.options());
        this.name = name;
        this.colour = colour;
        this.namespaced = namespaced;
        var child = scope.child(this);
        var service = new Service(name, serviceArgs(), child);
        var binding = new CustomObject(
                Definition.TARGET_GROUP_BINDING, name, binding(service, args.targetGroupArn(colour)), child);
        var migration = new Job(
                name + Migration.APP_SUFFIX,
                Migration.job(colour, args, namespaced.migration()),
                after(namespaced.migration().credentials().resource()));
        // Pods come last: those that start before their binding exists get no readiness gate, those that start before
        // the load balancer listens are never healthy, and those that start before the migration wait for it.
        var deployment = new Deployment(
                name,
                deploymentArgs(args),
                after(binding, args.edge(), migration, namespaced.credentials().resource()));
        var selector = Labels.selector(namespaced.app(), colour);
        new HorizontalPodAutoscaler(name, Scaling.scaler(name, args.workload(), metadata()), after(deployment));
        new PodDisruptionBudget(name, Scaling.disruptions(selector, metadata()), child);
        registerOutputs(Map.of());
    }

    private CustomResourceOptions after(Resource... first) {
        return CustomResourceOptions.builder().parent(this).dependsOn(first).build();
    }

    /** What all objects of a side share. */
    record Namespaced(
            String app,
            Output<String> namespace,
            Output<String> serviceAccount,
            Credentials credentials,
            Migration.Setting migration) {}

    private ServiceArgs serviceArgs() {
        return ServiceArgs.builder()
                .metadata(metadata())
                .spec(ServiceSpecArgs.builder()
                        .type("ClusterIP")
                        .selector(Labels.selector(namespaced.app(), colour))
                        .ports(ServicePortArgs.builder()
                                .name("http")
                                .port(SERVICE_PORT)
                                .targetPort(Port.API)
                                .protocol("TCP")
                                .build())
                        .build())
                .build();
    }

    private Content binding(Service service, Output<String> targetGroupArn) {
        var serviceName =
                service.metadata().applyValue(metadata -> metadata.name().orElseThrow());
        var spec = Output.tuple(serviceName, targetGroupArn)
                .<Map<String, Object>>applyValue(known -> Map.of(
                        "serviceRef",
                        Map.of("name", known.t1, "port", SERVICE_PORT),
                        "targetGroupARN",
                        known.t2,
                        "targetType",
                        "ip"));
        return new Content(metadata(), spec);
    }

    private DeploymentArgs deploymentArgs(ReleaseArgs args) {
        var selector = Labels.selector(namespaced.app(), colour);
        var variables = AppVariables.ofApi(
                colour, args.connections(), namespaced.credentials().name());
        var identity = new Pod.Identity(namespaced.serviceAccount(), args.host().priority(), selector);
        return DeploymentArgs.builder()
                .metadata(metadata())
                .spec(DeploymentSpecArgs.builder()
                        // No replicas: their number is the autoscaler's, and each run would set it back.
                        .revisionHistoryLimit(3)
                        .progressDeadlineSeconds(300)
                        .selector(LabelSelectorArgs.builder()
                                .matchLabels(selector)
                                .build())
                        .strategy(oneMoreNeverLess())
                        .template(PodTemplateSpecArgs.builder()
                                .metadata(podMetadata(args.restart()))
                                .spec(Pod.spec(args.workload(), args.image(colour), variables, identity))
                                .build())
                        .build())
                .build();
    }

    private ObjectMetaArgs podMetadata(Restart restart) {
        var metadata = ObjectMetaArgs.builder().labels(Labels.of(namespaced.app(), colour));
        restart.at().ifPresent(moment -> metadata.annotations(Map.of(Restart.ANNOTATION, moment)));
        return metadata.build();
    }

    private static DeploymentStrategyArgs oneMoreNeverLess() {
        return DeploymentStrategyArgs.builder()
                .type("RollingUpdate")
                .rollingUpdate(RollingUpdateDeploymentArgs.builder()
                        .maxSurge(1)
                        .maxUnavailable(0)
                        .build())
                .build();
    }

    private ObjectMetaArgs metadata() {
        return ObjectMetaArgs.builder()
                .name(name)
                .namespace(namespaced.namespace())
                .labels(Labels.of(namespaced.app(), colour))
                .build();
    }
}
