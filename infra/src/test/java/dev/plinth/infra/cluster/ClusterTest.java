package dev.plinth.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The cluster as AWS gets it. */
final class ClusterTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String CLUSTER = "aws:eks/cluster:Cluster";
    private static final String NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
    private static final String ADD_ON = "aws:eks/addon:Addon";

    @ParameterizedTest
    @FieldSource("STACKS")
    void theControlPlaneIsClosedEncryptedAndWatched(String stack) {
        var cluster = Plan.of(stack).one(CLUSTER, "cluster");

        assertThat(cluster.at("vpcConfig", "endpointPrivateAccess")).isEqualTo(true);
        assertThat(cluster.at("vpcConfig", "endpointPublicAccess")).isEqualTo(false);
        assertThat(cluster.at("encryptionConfig", "resources")).isEqualTo(List.of("secrets"));
        assertThat(cluster.at("encryptionConfig", "provider", "keyArn"))
                .asString()
                .endsWith("keys-cluster-id");
        assertThat(cluster.input("enabledClusterLogTypes"))
                .isEqualTo(List.of("api", "audit", "authenticator", "controllerManager", "scheduler"));
        assertThat(cluster.at("accessConfig", "authenticationMode")).isEqualTo("API");
        assertThat(cluster.at("upgradePolicy", "supportType")).isEqualTo("STANDARD");
    }

    @Test
    void theLogGroupIsThereBeforeEksMakesItWithoutAKey() {
        var group = Plan.of("production").one("aws:cloudwatch/logGroup:LogGroup", "cluster-logs");

        assertThat(group.input("name")).isEqualTo("/aws/eks/plinth-production-cluster/cluster");
        assertThat(group.has("kmsKeyId")).isTrue();
    }

    @Test
    void anOfficeReachesTheApiWhenTheStackSaysSo() {
        var cluster = Plan.of("staging", """
                        plinth:cluster: {publicCidrs: [203.0.113.0/24]}
                        plinth:accept: {cluster.publicCidrs: The office has no way into the VPC.}
                        """).one(CLUSTER, "cluster");

        assertThat(cluster.at("vpcConfig", "endpointPublicAccess")).isEqualTo(true);
        assertThat(cluster.at("vpcConfig", "publicAccessCidrs")).isEqualTo(List.of("203.0.113.0/24"));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void everyZoneHasNodesOfItsOwn(String stack) {
        var plan = Plan.of(stack);
        var zones = plan.all("aws:ec2/subnet:Subnet").stream()
                .map(subnet -> subnet.input("availabilityZone"))
                .distinct()
                .count();

        assertThat(plan.all(NODE_GROUP)).hasSize((int) zones).allSatisfy(group -> {
            assertThat(group.input("subnetIds"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSize(1);
            assertThat(group.at("updateConfig", "maxUnavailablePercentage")).isEqualTo(33.0);
            assertThat(group.at("nodeRepairConfig", "enabled")).isEqualTo(true);
        });
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void podsDoNotReachTheMetadataOfNodesAndDisksAreEncrypted(String stack) {
        var template = Plan.of(stack).one("aws:ec2/launchTemplate:LaunchTemplate", "cluster-nodes");

        assertThat(template.at("metadataOptions", "httpTokens")).isEqualTo("required");
        assertThat(template.at("metadataOptions", "httpPutResponseHopLimit")).isEqualTo(1.0);
        assertThat(template.at("blockDeviceMappings", 0, "ebs", "encrypted")).isEqualTo("true");
        assertThat(template.at("blockDeviceMappings", 0, "ebs", "kmsKeyId"))
                .asString()
                .endsWith("keys-cluster-id");
        assertThat(template.input("vpcSecurityGroupIds"))
                .isEqualTo(List.of("cluster-group", "network-firewall-nodes-id"));
    }

    @Test
    void nodesHaveNoRightToTheAddressesOfPods() {
        assertThat(Plan.of("production").all("aws:iam/rolePolicyAttachment:RolePolicyAttachment"))
                .filteredOn(attachment -> attachment.name().startsWith("cluster-nodes"))
                .extracting(attachment -> attachment.input("policyArn"))
                .containsExactlyInAnyOrder(
                        "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
                        "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly");
    }

    @Test
    void addOnsAreThoseOfEksInTheVersionOfItsChoice() {
        assertThat(Plan.of("production").all(ADD_ON))
                .extracting(addOn -> addOn.input("addonName"))
                .containsExactlyInAnyOrder(
                        "vpc-cni", "eks-pod-identity-agent", "kube-proxy", "coredns", "aws-ebs-csi-driver");
        assertThat(Plan.of("production").all(ADD_ON)).noneMatch(addOn -> addOn.has("addonVersion"));
    }

    @Test
    void anAddOnKeepsTheVersionThatTheStackSays() {
        var plan = Plan.of("staging", "plinth:cluster: {addOns: {coredns: v1.12.4-eksbuild.1}}");

        assertThat(plan.one(ADD_ON, "cluster-coredns").input("addonVersion")).isEqualTo("v1.12.4-eksbuild.1");
    }

    @Test
    void networkPoliciesAreEnforced() {
        assertThat(Plan.of("production").one(ADD_ON, "cluster-vpc-cni").input("configurationValues"))
                .isEqualTo("{\"enableNetworkPolicy\":\"true\","
                        + "\"env\":{\"ENABLE_PREFIX_DELEGATION\":\"true\",\"WARM_PREFIX_TARGET\":\"1\"}}");
    }

    @Test
    void thoseWhoDeployWorkInTheClusterAndThoseWhoPreviewLook() {
        var plan = Plan.of("production");

        assertThat(plan.one("aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "cluster-deploy")
                        .input("policyArn"))
                .isEqualTo("arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy");
        assertThat(plan.one("aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "cluster-preview")
                        .input("policyArn"))
                .isEqualTo("arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy");
    }

    @Test
    void rolesOfTheStackAreLetIn() {
        var plan =
                Plan.of("staging", "plinth:cluster: {administrators: ['arn:aws:iam::111111111111:role/team/admins']}");

        assertThat(plan.one("aws:eks/accessEntry:AccessEntry", "cluster-admins").input("principalArn"))
                .isEqualTo("arn:aws:iam::111111111111:role/team/admins");
    }

    @Test
    void disksOfPodsAreEncryptedUnlessTheySayOtherwise() {
        var disk = Plan.of("production").one("kubernetes:storage.k8s.io/v1:StorageClass", "cluster-disk");

        assertThat(disk.at("metadata", "annotations"))
                .isEqualTo(Map.of("storageclass.kubernetes.io/is-default-class", "true"));
        assertThat(disk.at("parameters", "encrypted")).isEqualTo("true");
        assertThat(disk.input("reclaimPolicy")).isEqualTo("Retain");
    }

    @Test
    void peopleHearOfFailedNodesInEveryZone() {
        assertThat(Plan.of("production").all("aws:cloudwatch/metricAlarm:MetricAlarm"))
                .extracting(alarm -> alarm.name())
                .contains(
                        "cluster-pending-pods",
                        "cluster-api-errors",
                        "cluster-store-size",
                        "cluster-failed-nodes-a",
                        "cluster-failed-nodes-b",
                        "cluster-failed-nodes-c");
    }
}
