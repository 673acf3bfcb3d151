package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.AutoName;
import dev.plinth.sandbox.schema.Property;
import dev.plinth.sandbox.schema.ResourceSchema;
import dev.plinth.sandbox.schema.Type;
import java.util.Map;
import java.util.Optional;

/** Which AWS types get a name by themselves; the exceptions are those of pulumi-aws's provider/resources.go. */
final class AwsNames {
    private static final Map<String, AutoName> EXCEPTIONS = Map.ofEntries(
            Map.entry("aws:rds/instance:Instance", new AutoName("identifier", 63, true)),
            Map.entry("aws:rds/cluster:Cluster", new AutoName("clusterIdentifier", 63, true)),
            Map.entry("aws:rds/clusterInstance:ClusterInstance", new AutoName("identifier", 63, true)),
            Map.entry("aws:rds/parameterGroup:ParameterGroup", new AutoName("name", 255, true)),
            Map.entry("aws:rds/subnetGroup:SubnetGroup", new AutoName("name", 255, true)),
            Map.entry("aws:elasticache/parameterGroup:ParameterGroup", new AutoName("name", 255, true)),
            Map.entry("aws:elasticache/subnetGroup:SubnetGroup", new AutoName("name", 255, true)),
            Map.entry(
                    "aws:elasticache/replicationGroup:ReplicationGroup", new AutoName("replicationGroupId", 40, true)),
            Map.entry("aws:elasticache/cluster:Cluster", new AutoName("clusterId", 40, true)),
            Map.entry("aws:lb/loadBalancer:LoadBalancer", new AutoName("name", 32, false)),
            Map.entry("aws:lb/targetGroup:TargetGroup", new AutoName("name", 32, false)),
            Map.entry("aws:alb/loadBalancer:LoadBalancer", new AutoName("name", 32, false)),
            Map.entry("aws:alb/targetGroup:TargetGroup", new AutoName("name", 32, false)),
            Map.entry("aws:iam/role:Role", new AutoName("name", 64, false)),
            Map.entry("aws:s3/bucket:Bucket", new AutoName("bucket", 63, true)),
            Map.entry("aws:s3/bucketV2:BucketV2", new AutoName("bucket", 63, true)));

    private AwsNames() {}

    /** The naming of a type; none for a type that has no name of its own or must be given one. */
    static Optional<AutoName> of(ResourceSchema schema) {
        return Optional.ofNullable(EXCEPTIONS.get(schema.token()))
                .or(() -> Optional.ofNullable(schema.inputs().get("name"))
                        .filter(AwsNames::canBeMade)
                        .map(name -> new AutoName("name", 255, false)));
    }

    private static boolean canBeMade(Property name) {
        return !name.required() && !name.deprecated() && name.type() instanceof Type.Text;
    }
}
