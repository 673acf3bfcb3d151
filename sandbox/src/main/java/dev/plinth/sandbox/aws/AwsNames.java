package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.AutoName;
import dev.plinth.sandbox.resource.Desired;
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
            Map.entry("aws:eks/nodeGroup:NodeGroup", new AutoName("nodeGroupName", 63, false)),
            Map.entry("aws:eks/cluster:Cluster", new AutoName("name", 100, false)),
            Map.entry("aws:cloudfront/function:Function", new AutoName("name", 64, false)),
            Map.entry("aws:iam/policy:Policy", new AutoName("name", 128, false)),
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

    /** The name that the inputs give, under whatever property the type has it. */
    static Optional<String> given(Desired desired) {
        return of(desired.schema())
                .flatMap(naming -> desired.properties().text(naming.property()))
                .or(() -> desired.properties().text("name"));
    }

    /** The resource's name in the cloud, else the program's. */
    static String nameOf(Desired desired) {
        return given(desired).orElse(desired.urn().name());
    }

    private static boolean canBeMade(Property name) {
        return !name.required() && !name.deprecated() && name.type() instanceof Type.Text;
    }
}
