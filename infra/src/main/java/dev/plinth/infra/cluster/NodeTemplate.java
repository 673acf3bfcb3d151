package dev.plinth.infra.cluster;

import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMonitoringArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.core.Output;
import dev.plinth.infra.component.Scope;
import java.util.List;

/** What every node is: encrypted disk, metadata that pods cannot reach, and the security groups of its place. */
final class NodeTemplate {
    /** The root disk of Amazon Linux 2023. */
    private static final String ROOT_DISK = "/dev/xvda";

    private NodeTemplate() {}

    static LaunchTemplateArgs of(String name, ClusterArgs args, Output<String> clusterGroupId, Scope scope) {
        var nodes = args.spec().nodes();
        return LaunchTemplateArgs.builder()
                .name(scope.title(name))
                .description("Nodes of " + scope.environment())
                // Here and not in the node group, where another type would replace all nodes at once.
                .instanceType(nodes.instanceType())
                .vpcSecurityGroupIds(
                        Output.all(clusterGroupId, args.around().nodes().securityGroupId()))
                .metadataOptions(LaunchTemplateMetadataOptionsArgs.builder()
                        .httpEndpoint("enabled")
                        .httpTokens("required")
                        // One hop ends at the node: a pod gets no further than its own identity.
                        .httpPutResponseHopLimit(1)
                        .instanceMetadataTags("disabled")
                        .build())
                .blockDeviceMappings(rootDisk(args))
                .monitoring(LaunchTemplateMonitoringArgs.builder().enabled(true).build())
                .ebsOptimized("true")
                .updateDefaultVersion(true)
                .tagSpecifications(List.of(tags("instance", name, scope), tags("volume", name, scope)))
                .tags(scope.tags(name))
                .build();
    }

    private static LaunchTemplateBlockDeviceMappingArgs rootDisk(ClusterArgs args) {
        return LaunchTemplateBlockDeviceMappingArgs.builder()
                .deviceName(ROOT_DISK)
                .ebs(LaunchTemplateBlockDeviceMappingEbsArgs.builder()
                        .volumeType("gp3")
                        .volumeSize(args.spec().nodes().diskGib())
                        .encrypted("true")
                        .kmsKeyId(args.keyArn())
                        .deleteOnTermination("true")
                        .build())
                .build();
    }

    private static LaunchTemplateTagSpecificationArgs tags(String type, String name, Scope scope) {
        return LaunchTemplateTagSpecificationArgs.builder()
                .resourceType(type)
                .tags(scope.tags(name))
                .build();
    }
}
