package dev.plinth.policies.breaches;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordFailoverRoutingPolicyArgs;

/** Breaks the rules of the backup pack's package {@code resilience}. */
final class ResilienceBreaches {
    private ResilienceBreaches() {}

    static void present() {
        new LoadBalancer(
                "deletable",
                SoundEdge.balancer()
                        .name("deletable")
                        .enableDeletionProtection(false)
                        .build());
        new Cluster("one-node", SoundCluster.cluster().name("one-node").build(), Sound.keeping());
        new NodeGroup(
                "one-node",
                SoundCluster.nodes()
                        .clusterName("one-node")
                        .scalingConfig(NodeGroupScalingConfigArgs.builder()
                                .minSize(1)
                                .desiredSize(2)
                                .maxSize(4)
                                .build())
                        .build());
        new Distribution("one-origin", SoundEdge.oneOrigin().build());
        new SubnetGroup(
                "one-zone", SubnetGroupArgs.builder().subnetIds("subnet-1").build());
        new Record(
                "unchecked",
                RecordArgs.builder()
                        .zoneId("Z1")
                        .name("api.example.org")
                        .type("A")
                        .ttl(60)
                        .records("192.0.2.1")
                        .setIdentifier("primary")
                        .failoverRoutingPolicies(RecordFailoverRoutingPolicyArgs.builder()
                                .type("PRIMARY")
                                .build())
                        .build());
        new TargetGroup(
                "unchecked",
                TargetGroupArgs.builder()
                        .vpcId("vpc-1")
                        .port(8443)
                        .protocol("HTTPS")
                        .targetType("ip")
                        .healthCheck(TargetGroupHealthCheckArgs.builder()
                                .protocol("HTTPS")
                                .build())
                        .build());
    }
}
