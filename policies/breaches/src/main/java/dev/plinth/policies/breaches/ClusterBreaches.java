package dev.plinth.policies.breaches;

import com.pulumi.aws.ecr.LifecyclePolicy;
import com.pulumi.aws.ecr.LifecyclePolicyArgs;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.RepositoryPolicy;
import com.pulumi.aws.ecr.RepositoryPolicyArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.ClusterArgs;
import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.inputs.ClusterAccessConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupRemoteAccessArgs;

/** Breaks the rules of the security pack's package {@code cluster}. */
final class ClusterBreaches {
    private ClusterBreaches() {}

    static void present() {
        clusters();
        repositories();
    }

    /** The rules whose names begin with eks. */
    private static void clusters() {
        cluster(
                "config-map",
                SoundCluster.cluster()
                        .accessConfig(ClusterAccessConfigArgs.builder()
                                .authenticationMode("CONFIG_MAP")
                                .build()));
        cluster("no-audit", SoundCluster.cluster().enabledClusterLogTypes("api", "authenticator"));
        cluster(
                "open",
                SoundCluster.cluster()
                        .vpcConfig(SoundCluster.network()
                                .endpointPublicAccess(true)
                                .build()));
        cluster("plain-secrets", SoundCluster.unencrypted());
        cluster("old", SoundCluster.cluster().version("1.30"));
        new NodeGroup(
                "open-nodes",
                SoundCluster.nodes()
                        .remoteAccess(NodeGroupRemoteAccessArgs.builder()
                                .ec2SshKey("a-key")
                                .build())
                        .build());
    }

    /** The rules whose names begin with ecr. */
    private static void repositories() {
        kept("movable-tags", SoundCluster.repository("movable-tags").imageTagMutability("MUTABLE"));
        kept("registry-key", SoundCluster.unkeyed("registry-key"));
        kept(
                "unscanned",
                SoundCluster.repository("unscanned")
                        .imageScanningConfiguration(RepositoryImageScanningConfigurationArgs.builder()
                                .scanOnPush(false)
                                .build()));
        repository("endless", SoundCluster.repository("endless"));
        new RepositoryPolicy(
                "public",
                RepositoryPolicyArgs.builder().repository("images").policy("""
                        {"Version": "2012-10-17",
                         "Statement": {"Effect": "Allow", "Principal": "*", "Action": "ecr:BatchGetImage"}}""").build());
    }

    private static void cluster(String name, ClusterArgs.Builder args) {
        new Cluster(name, args.build(), Sound.keeping());
    }

    /** A repository that removes old images. */
    private static void kept(String name, RepositoryArgs.Builder args) {
        repository(name, args);
        new LifecyclePolicy(
                name,
                LifecyclePolicyArgs.builder()
                        .repository(name)
                        .policy("{\"rules\": []}")
                        .build());
    }

    private static void repository(String name, RepositoryArgs.Builder args) {
        new Repository(name, args.build(), Sound.keeping());
    }
}
