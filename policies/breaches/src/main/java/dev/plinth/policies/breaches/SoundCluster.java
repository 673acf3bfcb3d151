package dev.plinth.policies.breaches;

import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.inputs.RepositoryEncryptionConfigurationArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.aws.eks.ClusterArgs;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.ClusterAccessConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterEncryptionConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterEncryptionConfigProviderArgs;
import com.pulumi.aws.eks.inputs.ClusterVpcConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;

/** A cluster, its nodes and a repository that break no rule; what is set once cannot be taken back from a builder. */
final class SoundCluster {
    private static final String ROLE_ARN = "arn:aws:iam::111122223333:role/cluster";
    private static final String VERSION = "1.35";

    private SoundCluster() {}

    static ClusterArgs.Builder cluster() {
        return unencrypted()
                .encryptionConfig(ClusterEncryptionConfigArgs.builder()
                        .resources("secrets")
                        .provider(ClusterEncryptionConfigProviderArgs.builder()
                                .keyArn(Sound.KEY_ARN)
                                .build())
                        .build());
    }

    /** A cluster that lacks a key for its secrets only. */
    static ClusterArgs.Builder unencrypted() {
        return ClusterArgs.builder()
                .roleArn(ROLE_ARN)
                .version(VERSION)
                .vpcConfig(network().build())
                .enabledClusterLogTypes("api", "audit", "authenticator")
                .accessConfig(ClusterAccessConfigArgs.builder()
                        .authenticationMode("API")
                        .build());
    }

    static ClusterVpcConfigArgs.Builder network() {
        return ClusterVpcConfigArgs.builder()
                .subnetIds("subnet-1", "subnet-2")
                .endpointPrivateAccess(true)
                .endpointPublicAccess(false);
    }

    static NodeGroupArgs.Builder nodes() {
        return NodeGroupArgs.builder()
                .clusterName("cluster")
                .nodeRoleArn(ROLE_ARN)
                .version(VERSION)
                .subnetIds("subnet-1", "subnet-2")
                .scalingConfig(NodeGroupScalingConfigArgs.builder()
                        .minSize(2)
                        .desiredSize(2)
                        .maxSize(4)
                        .build());
    }

    static RepositoryArgs.Builder repository(String name) {
        return unkeyed(name)
                .encryptionConfigurations(RepositoryEncryptionConfigurationArgs.builder()
                        .encryptionType("KMS")
                        .kmsKey(Sound.KEY_ARN)
                        .build());
    }

    /** A repository that lacks a key only. */
    static RepositoryArgs.Builder unkeyed(String name) {
        return RepositoryArgs.builder()
                .name(name)
                .imageTagMutability("IMMUTABLE")
                .imageScanningConfiguration(RepositoryImageScanningConfigurationArgs.builder()
                        .scanOnPush(true)
                        .build())
                .forceDelete(false);
    }
}
