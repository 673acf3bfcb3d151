package dev.plinth.infra.cluster;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.plinth.infra.cluster.Admission.AdmissionArgs;
import dev.plinth.infra.cluster.Admission.Rights;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.notices.Alarms;
import dev.plinth.infra.notices.AlarmsArgs;
import java.util.List;
import java.util.Map;

/** Kubernetes, ready for apps: a closed control plane, nodes in every zone, and the controllers that apps rely on. */
public final class Cluster extends ComponentResource {
    /** What the cluster's own resources are called. */
    static final String NAME = "cluster";

    private final ControlPlane controlPlane;
    private final Controllers controllers;
    private final Defaults defaults;
    private final Provider provider;

    public Cluster(ClusterArgs args, Scope scope) {
        super("plinth:cluster:Cluster", NAME, scope.options());
        var within = scope.within(this);
        this.controlPlane = new ControlPlane(NAME, args, within);
        var clusterName = controlPlane.clusterName();
        admit(args.spec().access().administrators(), Rights.ADMINISTER, within);
        admit(args.spec().access().viewers(), Rights.VIEW, within);
        var base = new AddOns(NAME, AddOn.Phase.BEFORE_NODES, args, new AddOns.Target(clusterName, List.of()), within);
        var nodes = new NodeGroups(NAME + "-nodes", args, controlPlane, base, within);
        var pods = new AddOns(NAME, AddOn.Phase.ON_NODES, args, new AddOns.Target(clusterName, List.of(nodes)), within);
        // Each provider comes after what its objects need to live, and so goes before it: that orders a destroy.
        var early = within.on(provider(NAME + "-setup", pods));
        this.defaults = new Defaults(NAME, args.keyArn(), early);
        this.controllers = new Controllers("controllers", args, clusterName, early);
        this.provider = provider("kubernetes", controllers);
        new Alarms(
                NAME,
                new AlarmsArgs(
                        ClusterAlarms.of(clusterName, nodes.scalingGroupNames()),
                        args.signals().topicArn()),
                within);
        registerOutputs(Map.of("clusterName", clusterName));
    }

    public Output<String> clusterName() {
        return controlPlane.clusterName();
    }

    /** Where apps go, once the cluster has all that they need, and from where they go before it loses any of that. */
    public Provider provider() {
        return provider;
    }

    /** Who External Secrets is in AWS; secret readers trust it. */
    public Output<String> secretsOperatorRoleArn() {
        return controllers.secretsRoleArn();
    }

    /** The priority class of pods that answer users. */
    public Output<String> servingPriority() {
        return defaults.servingPriority();
    }

    private Provider provider(String name, Resource after) {
        var args = ProviderArgs.builder()
                .kubeconfig(controlPlane.kubeconfig())
                .enableServerSideApply(true)
                .build();
        return new Provider(
                name,
                args,
                CustomResourceOptions.builder().parent(this).dependsOn(after).build());
    }

    private void admit(List<String> roles, Rights rights, Scope scope) {
        for (var role : roles) {
            var name = role.substring(role.lastIndexOf('/') + 1);
            new Admission(
                    "%s-%s".formatted(NAME, name),
                    new AdmissionArgs(controlPlane.clusterName(), Output.of(role), rights),
                    scope);
        }
    }
}
