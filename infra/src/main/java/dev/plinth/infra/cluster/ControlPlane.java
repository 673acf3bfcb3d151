package dev.plinth.infra.cluster;

import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.inputs.ClusterAccessConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterEncryptionConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterEncryptionConfigProviderArgs;
import com.pulumi.aws.eks.inputs.ClusterUpgradePolicyArgs;
import com.pulumi.aws.eks.inputs.ClusterVpcConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterZonalShiftConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.network.Cidr;
import java.util.List;
import java.util.Map;

/** The part of a cluster that AWS runs: its API, closed to the internet, and the store behind it, encrypted. */
final class ControlPlane extends ComponentResource {
    /** All that EKS has; what the API was asked is among them. */
    private static final List<String> LOG_TYPES =
            List.of("api", "audit", "authenticator", "controllerManager", "scheduler");

    private final Cluster cluster;
    private final Scope scope;

    ControlPlane(String name, ClusterArgs args, Scope scope) {
        super("plinth:cluster:ControlPlane", name, scope.options());
        this.scope = scope;
        var title = scope.title(name);
        // EKS would make the group by itself, without a key and without an end.
        var logs = args.signals().logs().group(name + "-logs", "/aws/eks/%s/cluster".formatted(title), this, scope);
        var role = new ServiceRole(name + "-control-plane", roleArgs(args), scope.within(this));
        var options = CustomResourceOptions.builder().parent(this).dependsOn(logs);
        this.cluster = new Cluster(
                name, clusterArgs(name, args, role), CustomResourceOptions.merge(scope.keeping(this), options.build()));
        registerOutputs(Map.of("clusterName", cluster.name()));
    }

    Output<String> clusterName() {
        return cluster.name();
    }

    Output<String> version() {
        return cluster.version();
    }

    /** The security group that EKS puts around the API and that nodes must be in to talk to it. */
    Output<String> securityGroupId() {
        return cluster.vpcConfig()
                .applyValue(config -> config.clusterSecurityGroupId()
                        .orElseThrow(() -> new IllegalStateException("EKS made no security group")));
    }

    Output<String> kubeconfig() {
        var authority =
                cluster.certificateAuthority().applyValue(known -> known.data().orElse(""));
        return Output.tuple(cluster.name(), cluster.endpoint(), authority)
                .applyValue(known -> new Kubeconfig(known.t1, scope.account().region(), known.t2, known.t3).json());
    }

    private com.pulumi.aws.eks.ClusterArgs clusterArgs(String name, ClusterArgs args, ServiceRole role) {
        return com.pulumi.aws.eks.ClusterArgs.builder()
                .name(scope.title(name))
                .version(args.spec().version().toString())
                .roleArn(role.arn())
                .vpcConfig(vpcConfig(args))
                .encryptionConfig(ClusterEncryptionConfigArgs.builder()
                        .resources(List.of("secrets"))
                        .provider(ClusterEncryptionConfigProviderArgs.builder()
                                .keyArn(args.keyArn())
                                .build())
                        .build())
                .enabledClusterLogTypes(LOG_TYPES)
                .accessConfig(ClusterAccessConfigArgs.builder()
                        .authenticationMode("API")
                        // Who makes the cluster goes on to fill it in the same run: see decision 0085.
                        .bootstrapClusterCreatorAdminPermissions(true)
                        .build())
                // What EKS would install once and never touch again; the add-ons are these, and kept up.
                .bootstrapSelfManagedAddons(false)
                // At its last day a version is upgraded, not billed six times over.
                .upgradePolicy(ClusterUpgradePolicyArgs.builder()
                        .supportType("STANDARD")
                        .build())
                .zonalShiftConfig(
                        ClusterZonalShiftConfigArgs.builder().enabled(true).build())
                .tags(scope.tags(name))
                .build();
    }

    private static ClusterVpcConfigArgs vpcConfig(ClusterArgs args) {
        var open = args.spec().access().publicBlocks();
        var config = ClusterVpcConfigArgs.builder()
                .subnetIds(args.around().nodes().subnetIds())
                .endpointPrivateAccess(true)
                .endpointPublicAccess(!open.isEmpty());
        return open.isEmpty()
                ? config.build()
                : config.publicAccessCidrs(open.stream().map(Cidr::toString).toList())
                        .build();
    }

    private ServiceRoleArgs roleArgs(ClusterArgs args) {
        return ServiceRoleArgs.of(
                        "Runs the control plane of " + scope.environment(),
                        Trust.service("eks.amazonaws.com", scope.account()),
                        Statement.allow(
                                        "EncryptSecrets",
                                        "kms:Encrypt",
                                        "kms:Decrypt",
                                        "kms:DescribeKey",
                                        "kms:ListGrants",
                                        "kms:CreateGrant")
                                .on(args.keyArn()))
                .managed("AmazonEKSClusterPolicy");
    }
}
