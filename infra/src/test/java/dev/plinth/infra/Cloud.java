package dev.plinth.infra;

import com.pulumi.test.Mocks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An engine's other side for unit tests: remembers what was declared and answers with what a provider would compute.
 */
public final class Cloud implements Mocks {
    private final List<Declared> declared = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Object> previousOutputs;

    Cloud(Map<String, Object> previousOutputs) {
        this.previousOutputs = previousOutputs;
    }

    List<Declared> declared() {
        return List.copyOf(declared);
    }

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
        var type = String.valueOf(args.type);
        var name = String.valueOf(args.name);
        var inputs = Optional.ofNullable(args.inputs).orElse(Map.<String, Object>of());
        var id = name + "-id";
        var state = merged(computed(type, name, id), inputs);
        declared.add(new Declared(type, name, inputs, merged(Map.of("id", id), state)));
        return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(id), state));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
        return CompletableFuture.completedFuture(
                switch (String.valueOf(args.token)) {
                    case "aws:secretsmanager/getRandomPassword:getRandomPassword" ->
                        Map.of("id", "x", "randomPassword", "drawn");
                    case "aws:ecr/getAuthorizationToken:getAuthorizationToken" ->
                        Map.of(
                                "authorizationToken", "QVdTOnRva2Vu",
                                "expiresAt", "2026-01-01T00:00:00Z",
                                "id", "x",
                                "password", "token",
                                "proxyEndpoint", "https://registry",
                                "userName", "AWS");
                    case "aws:ec2/getManagedPrefixList:getManagedPrefixList" -> prefixList(args);
                    default -> throw new IllegalArgumentException("unexpected call of " + args.token);
                });
    }

    private static Map<String, Object> prefixList(CallArgs args) {
        var name = String.valueOf(Objects.requireNonNull(args.args).get("name"));
        return Map.of(
                "addressFamily",
                "IPv4",
                "arn",
                "arn:" + name,
                "entries",
                List.of(),
                "id",
                "pl-" + name,
                "maxEntries",
                55,
                "name",
                name,
                "ownerId",
                "AWS",
                "tags",
                Map.of(),
                "version",
                1);
    }

    /** What is computed, and over it what is given, group by group: a provider fills in what an input leaves out. */
    private static Map<String, Object> merged(Map<?, ?> computed, Map<?, ?> given) {
        var both = new HashMap<String, Object>();
        computed.forEach((key, value) -> both.put(String.valueOf(key), value));
        given.forEach((key, value) -> both.merge(
                String.valueOf(key),
                value,
                (before, over) -> before instanceof Map<?, ?> some && over instanceof Map<?, ?> more
                        ? merged(some, more)
                        : over));
        return both;
    }

    private Map<String, Object> computed(String type, String name, String id) {
        return switch (type) {
            case "pulumi:pulumi:StackReference" -> Map.of("outputs", previousOutputs, "secretOutputNames", List.of());
            case "aws:ec2/vpcEndpoint:VpcEndpoint" -> Map.of("arn", "arn:" + id, "prefixListId", "pl-" + name);
            case "aws:ec2/vpc:Vpc" -> Map.of("arn", "arn:" + id, "defaultRouteTableId", "rtb-" + name);
            case "aws:kms/key:Key" -> Map.of("arn", "arn:aws:kms:eu-central-1:1:key/" + id, "keyId", id);
            case "aws:iam/role:Role" -> Map.of("arn", "arn:aws:iam::111122223333:role/" + name, "name", name);
            case "aws:rds/instance:Instance" ->
                Map.of("identifier", name, "endpoint", name + ".rds:5432", "address", name + ".rds", "port", 5432);
            case "aws:rds/proxy:Proxy" -> Map.of("arn", "arn:" + id, "endpoint", name + ".rds");
            case "aws:elasticache/replicationGroup:ReplicationGroup" ->
                Map.of("primaryEndpointAddress", name + ".redis");
            case "aws:lb/loadBalancer:LoadBalancer" ->
                Map.of("arn", id, "dnsName", name + ".elb", "arnSuffix", "app/" + name);
            case "aws:lb/targetGroup:TargetGroup" -> Map.of("arn", "arn:" + id, "arnSuffix", "targetgroup/" + name);
            case "aws:cloudfront/distribution:Distribution" ->
                Map.of("arn", "arn:" + id, "domainName", name + ".cloudfront.net", "hostedZoneId", "ZCDN");
            case "aws:route53/zone:Zone" ->
                Map.of("arn", "arn:" + id, "zoneId", "ZOWN", "nameServers", List.of("ns-1.example.net"));
            case "aws:s3/bucketV2:BucketV2" ->
                Map.of("arn", "arn:" + id, "bucketRegionalDomainName", name + ".s3.amazonaws.com");
            case "aws:eks/cluster:Cluster" ->
                Map.of(
                        "endpoint",
                        "https://cluster.eks",
                        "certificateAuthority",
                        Map.of("data", "authority"),
                        "vpcConfig",
                        Map.of("clusterSecurityGroupId", "cluster-group"));
            case "aws:eks/nodeGroup:NodeGroup" ->
                Map.of("resources", List.of(Map.of("autoscalingGroups", List.of(Map.of("name", "eks-" + name)))));
            case "aws:acm/certificate:Certificate" ->
                Map.of(
                        "arn",
                        "arn:certificate",
                        "domainValidationOptions",
                        List.of(Map.of(
                                "resourceRecordName", "_proof",
                                "resourceRecordType", "CNAME",
                                "resourceRecordValue", "_answer")));
            case "aws:route53/record:Record" -> Map.of("fqdn", name + ".fqdn");
            case "aws:ecr/repository:Repository" ->
                Map.of("repositoryUrl", "registry/" + name, "registryId", "1", "name", name);
            case "docker:index/image:Image" ->
                Map.of("repoDigest", "1.dkr.ecr.eu-central-1.amazonaws.com/api@sha256:new");
            default -> Map.of("arn", "arn:" + id, "name", name);
        };
    }

    /** A resource as the program declared it. */
    public record Declared(String type, String name, Map<String, Object> inputs, Map<String, Object> outputs) {

        public Object input(String key) {
            return Optional.ofNullable(inputs.get(key))
                    .orElseThrow(
                            () -> new AssertionError("%s %s has no %s, but %s".formatted(type, name, key, inputs)));
        }

        /** The input at a path of keys and positions. */
        public Object at(Object... path) {
            Object current = inputs;
            for (var step : path) {
                var next = step instanceof Integer index
                        ? ((List<?>) current).get(index)
                        : ((Map<?, ?>) current).get(step);
                current = Objects.requireNonNull(next, () -> "%s %s has no %s".formatted(type, name, List.of(path)));
            }
            return current;
        }

        public boolean has(String key) {
            return inputs.containsKey(key);
        }
    }
}
