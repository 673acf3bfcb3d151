package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import java.util.Locale;
import java.util.Map;

/** ARNs as AWS makes them, in an account of zeros. */
final class Arns {
    private static final int DIGITS = 16;

    /** The part after the account, per type: {name}, {id}, {digits}; the service before it where it is not the module. */
    private static final Map<String, String> RESOURCES = Map.ofEntries(
            Map.entry("aws:ec2/vpc:Vpc", "ec2:{region}:vpc/{id}"),
            Map.entry("aws:ec2/subnet:Subnet", "ec2:{region}:subnet/{id}"),
            Map.entry("aws:ec2/securityGroup:SecurityGroup", "ec2:{region}:security-group/{id}"),
            Map.entry("aws:rds/instance:Instance", "rds:{region}:db:{name}"),
            Map.entry("aws:rds/parameterGroup:ParameterGroup", "rds:{region}:pg:{name}"),
            Map.entry("aws:rds/subnetGroup:SubnetGroup", "rds:{region}:subgrp:{name}"),
            Map.entry(
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    "elasticache:{region}:replicationgroup:{name}"),
            Map.entry("aws:elasticache/parameterGroup:ParameterGroup", "elasticache:{region}:parametergroup:{name}"),
            Map.entry("aws:elasticache/subnetGroup:SubnetGroup", "elasticache:{region}:subnetgroup:{name}"),
            Map.entry(
                    "aws:lb/loadBalancer:LoadBalancer",
                    "elasticloadbalancing:{region}:loadbalancer/app/{name}/{digits}"),
            Map.entry("aws:lb/targetGroup:TargetGroup", "elasticloadbalancing:{region}:targetgroup/{name}/{digits}"),
            Map.entry("aws:lb/listener:Listener", "elasticloadbalancing:{region}:listener/app/{name}/{digits}"),
            Map.entry(
                    "aws:lb/listenerRule:ListenerRule",
                    "elasticloadbalancing:{region}:listener-rule/app/{name}/{digits}"),
            Map.entry("aws:acm/certificate:Certificate", "acm:{region}:certificate/{uuid}"),
            Map.entry("aws:secretsmanager/secret:Secret", "secretsmanager:{region}:secret:{name}-{digits}"),
            Map.entry("aws:kms/key:Key", "kms:{region}:key/{id}"),
            Map.entry("aws:kms/alias:Alias", "kms:{region}:{name}"),
            Map.entry("aws:sns/topic:Topic", "sns:{region}:{name}"),
            Map.entry("aws:sqs/queue:Queue", "sqs:{region}:{name}"),
            Map.entry("aws:iam/role:Role", "iam::role/{name}"),
            Map.entry("aws:iam/policy:Policy", "iam::policy/{name}"),
            Map.entry("aws:cloudwatch/logGroup:LogGroup", "logs:{region}:log-group:{name}"),
            Map.entry("aws:ecr/repository:Repository", "ecr:{region}:repository/{name}"),
            Map.entry("aws:eks/cluster:Cluster", "eks:{region}:cluster/{name}"));

    private Arns() {}

    static String of(Desired desired, String id) {
        var token = desired.token().replaceFirst("^aws:alb/", "aws:lb/");
        if (token.startsWith("aws:s3/bucket")) {
            return "arn:aws:s3:::" + name(desired);
        }
        var resource = RESOURCES.getOrDefault(token, fallback(token));
        var parts = resource.split(":", 3);
        return "arn:aws:%s:%s:%s:%s"
                .formatted(parts[0], parts[1], desired.settings().account(), parts[2])
                .replace("{region}", desired.settings().region())
                .replace("{id}", id)
                .replace("{uuid}", AwsIds.uuid(desired))
                .replace("{name}", name(desired))
                .replace("{digits}", desired.digits(DIGITS));
    }

    private static String name(Desired desired) {
        return AwsNames.of(desired.schema())
                .flatMap(naming -> desired.properties().text(naming.property()))
                .or(() -> desired.properties().text("name"))
                .orElse(desired.urn().name());
    }

    private static String fallback(String token) {
        var service = token.split(":", 3)[1].split("/", 2)[0];
        var type = token.substring(token.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        return service + ":{region}:" + type + "/{id}";
    }
}
