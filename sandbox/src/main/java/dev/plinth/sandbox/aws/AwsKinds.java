package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.reconcile.DistributionPlan;
import dev.plinth.sandbox.resource.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The AWS types with a behaviour of their own. */
public final class AwsKinds {
    /** Types whose change changes what a load balancer does. */
    private static final List<String> BALANCED = List.of(
            "targetGroup:TargetGroup", "listenerRule:ListenerRule", "targetGroupAttachment:TargetGroupAttachment");

    /** Types whose change changes what a CDN does. */
    private static final List<String> DISTRIBUTED = List.of(
            "aws:cloudfront/vpcOrigin:VpcOrigin",
            "aws:cloudfront/originAccessControl:OriginAccessControl",
            "aws:cloudfront/cachePolicy:CachePolicy",
            "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
            "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
            "aws:wafv2/webAcl:WebAcl",
            "aws:s3/bucketPolicy:BucketPolicy");

    /** Those of them after which there may be something new in a bucket. */
    private static final List<String> REPLICATED =
            List.of("aws:cloudfront/function:Function", "aws:s3/bucketReplicationConfig:BucketReplicationConfig");

    private AwsKinds() {}

    /** What all other types do. */
    public static Kind rest() {
        return new AwsKind();
    }

    /** The kinds by token. */
    public static Map<String, Kind> of(Machinery machinery) {
        var kinds = new HashMap<String, Kind>();
        kinds.put("aws:rds/instance:Instance", new DatabaseInstance(machinery));
        kinds.put(DatabaseProxy.TOKEN, new DatabaseProxy(machinery));
        kinds.put(DatabaseProxyTarget.TOKEN, new DatabaseProxyTarget(machinery));
        kinds.put("aws:rds/parameterGroup:ParameterGroup", new DatabaseParameterGroup(machinery));
        kinds.put("aws:elasticache/replicationGroup:ReplicationGroup", new ReplicationGroup(machinery));
        kinds.put("aws:elasticache/parameterGroup:ParameterGroup", new CacheParameterGroup(machinery));
        kinds.put("aws:secretsmanager/secret:Secret", new Secret(machinery));
        kinds.put("aws:secretsmanager/secretVersion:SecretVersion", new SecretVersion());
        kinds.put("aws:ec2/launchTemplate:LaunchTemplate", new LaunchTemplate());
        kinds.put("aws:eks/cluster:Cluster", new EksCluster(machinery));
        kinds.put("aws:acm/certificate:Certificate", new Certificate(machinery));
        kinds.putAll(edge(machinery));
        for (var module : List.of("aws:lb/", "aws:alb/")) {
            kinds.put(module + "loadBalancer:LoadBalancer", new LoadBalancer(machinery));
            kinds.put(module + "listener:Listener", new Listener(machinery));
            BALANCED.forEach(type -> kinds.put(module + type, new Balanced(machinery.proxies())));
        }
        return kinds;
    }

    private static Map<String, Kind> edge(Machinery machinery) {
        var kinds = new HashMap<String, Kind>();
        kinds.put(DistributionPlan.TOKEN, new Distribution(machinery));
        DISTRIBUTED.forEach(token -> kinds.put(token, new Balanced(machinery.proxies())));
        REPLICATED.forEach(token -> kinds.put(token, new Replicated(machinery)));
        List.of("aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket")
                .forEach(token -> kinds.put(token, new Bucket(machinery)));
        List.of("aws:s3/bucketObject:BucketObject", "aws:s3/bucketObjectv2:BucketObjectv2")
                .forEach(token -> kinds.put(token, new BucketObject(machinery)));
        return kinds;
    }
}
