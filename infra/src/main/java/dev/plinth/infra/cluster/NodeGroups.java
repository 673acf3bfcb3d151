package dev.plinth.infra.cluster;

import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupLaunchTemplateArgs;
import com.pulumi.aws.eks.inputs.NodeGroupNodeRepairConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupUpdateConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The machines that pods run on: a group in each zone, so that a disk always finds a node in its own. */
final class NodeGroups extends ComponentResource {
    /** Amazon Linux 2023 for amd64, as the API's image is. */
    private static final String MACHINE_IMAGE = "AL2023_x86_64_STANDARD";

    private static final int UPDATED_AT_ONCE_PERCENT = 33;

    private final Map<String, NodeGroup> groups = new TreeMap<>();
    private final Scope scope;

    NodeGroups(String name, ClusterArgs args, ControlPlane controlPlane, Resource network, Scope scope) {
        super("plinth:cluster:NodeGroups", name, scope.options());
        this.scope = scope;
        var role = new ServiceRole(name, roleArgs(), scope.within(this));
        var template = new LaunchTemplate(
                name, NodeTemplate.of(name, args, controlPlane.securityGroupId(), scope), scope.child(this));
        var zones = args.around().nodes().zones();
        for (int index = 0; index < zones.size(); index++) {
            var zone = zones.get(index);
            var letter = zone.substring(zone.length() - 1);
            var groupArgs = groupArgs(name + "-" + letter, args, subnet(args, index))
                    .clusterName(controlPlane.clusterName())
                    .version(controlPlane.version())
                    .nodeRoleArn(role.arn())
                    .launchTemplate(NodeGroupLaunchTemplateArgs.builder()
                            .id(template.id())
                            .version(template.latestVersion().applyValue(String::valueOf))
                            .build())
                    .build();
            groups.put(letter, new NodeGroup(name + "-" + letter, groupArgs, options(network)));
        }
        registerOutputs(Map.of());
    }

    /** The name of the EC2 scaling group behind each node group, by the letter of its zone. */
    Map<String, Output<String>> scalingGroupNames() {
        var names = new TreeMap<String, Output<String>>();
        groups.forEach((letter, group) -> names.put(
                letter,
                group.resources()
                        .applyValue(made -> made.getFirst()
                                .autoscalingGroups()
                                .getFirst()
                                .name()
                                .orElseThrow())));
        return names;
    }

    private NodeGroupArgs.Builder groupArgs(String name, ClusterArgs args, Output<List<String>> subnet) {
        var nodes = args.spec().nodes();
        return NodeGroupArgs.builder()
                .amiType(MACHINE_IMAGE)
                .capacityType(nodes.capacity().name())
                .subnetIds(subnet)
                .scalingConfig(NodeGroupScalingConfigArgs.builder()
                        .minSize(nodes.min())
                        .desiredSize(nodes.min())
                        .maxSize(nodes.max())
                        .build())
                .updateConfig(NodeGroupUpdateConfigArgs.builder()
                        .maxUnavailablePercentage(UPDATED_AT_ONCE_PERCENT)
                        .build())
                .nodeRepairConfig(
                        NodeGroupNodeRepairConfigArgs.builder().enabled(true).build())
                .tags(scope.tags(name));
    }

    private CustomResourceOptions options(Resource network) {
        return CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(network)
                // How many there are at a time is the autoscaler's business: a run must not take away what pods need.
                .ignoreChanges(List.of("scalingConfig.desiredSize"))
                .build();
    }

    private static Output<List<String>> subnet(ClusterArgs args, int index) {
        return args.around().nodes().subnetIds().applyValue(ids -> List.of(ids.get(index)));
    }

    /** No right to addresses of pods: that is the network add-on's own. */
    private ServiceRoleArgs roleArgs() {
        return ServiceRoleArgs.of(
                        "Lets nodes of " + scope.environment() + " join the cluster and pull images",
                        Trust.serviceForAnybody("ec2.amazonaws.com"))
                .managed("AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly");
    }
}
