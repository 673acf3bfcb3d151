package dev.plinth.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AwsReplaceTableTest {
    @ParameterizedTest
    @CsvSource({
        "aws:ec2/vpc:Vpc, cidrBlock, true",
        "aws:ec2/vpc:Vpc, enableDnsSupport, false",
        "aws:ec2/subnet:Subnet, availabilityZone, true",
        "aws:rds/instance:Instance, engine, true",
        "aws:rds/instance:Instance, username, true",
        "aws:rds/instance:Instance, storageEncrypted, true",
        "aws:rds/instance:Instance, backupRetentionPeriod, false",
        "aws:rds/instance:Instance, password, false",
        "aws:elasticache/replicationGroup:ReplicationGroup, numCacheClusters, false",
        "aws:elasticache/replicationGroup:ReplicationGroup, port, true",
        "aws:lb/targetGroup:TargetGroup, port, true",
        "aws:alb/targetGroup:TargetGroup, vpcId, true",
        "aws:lb/listener:Listener, defaultActions.forward.targetGroups.weight, false",
        "aws:eks/cluster:Cluster, vpcConfig.subnetIds, false",
        "aws:eks/cluster:Cluster, kubernetesNetworkConfig.serviceIpv4Cidr, true",
        "aws:cloudfront/distribution:Distribution, origins, false",
        "aws:backup/vault:Vault, kmsKeyArn, true",
        "aws:sqs/queue:Queue, name, true",
        "aws:sqs/queue:Queue, delaySeconds, false"
    })
    void knowsWhatReplaces(String token, String path, boolean replaces) {
        assertThat(AwsReplaceTable.of(token).replaces(path)).isEqualTo(replaces);
    }
}
