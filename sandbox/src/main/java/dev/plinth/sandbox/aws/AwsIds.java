package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Identifiers as AWS makes them. */
final class AwsIds {
    private static final int DIGITS = 17;
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("aws:ec2/vpc:Vpc", "vpc"),
            Map.entry("aws:ec2/subnet:Subnet", "subnet"),
            Map.entry("aws:ec2/securityGroup:SecurityGroup", "sg"),
            Map.entry("aws:ec2/securityGroupRule:SecurityGroupRule", "sgrule"),
            Map.entry("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "sgr"),
            Map.entry("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "sgr"),
            Map.entry("aws:ec2/routeTable:RouteTable", "rtb"),
            Map.entry("aws:ec2/routeTableAssociation:RouteTableAssociation", "rtbassoc"),
            Map.entry("aws:ec2/route:Route", "r"),
            Map.entry("aws:ec2/internetGateway:InternetGateway", "igw"),
            Map.entry("aws:ec2/natGateway:NatGateway", "nat"),
            Map.entry("aws:ec2/eip:Eip", "eipalloc"),
            Map.entry("aws:ec2/vpcEndpoint:VpcEndpoint", "vpce"),
            Map.entry("aws:ec2/networkAcl:NetworkAcl", "acl"),
            Map.entry("aws:ec2/flowLog:FlowLog", "fl"),
            Map.entry("aws:ec2/launchTemplate:LaunchTemplate", "lt"),
            Map.entry("aws:ec2/instance:Instance", "i"),
            Map.entry("aws:rds/instance:Instance", "db"));
    /** Types whose identifier is their ARN. */
    private static final Set<String> ARNS = Set.of(
            "aws:lb/loadBalancer:LoadBalancer",
            "aws:lb/targetGroup:TargetGroup",
            "aws:lb/listener:Listener",
            "aws:lb/listenerRule:ListenerRule",
            "aws:alb/loadBalancer:LoadBalancer",
            "aws:alb/targetGroup:TargetGroup",
            "aws:alb/listener:Listener",
            "aws:alb/listenerRule:ListenerRule",
            "aws:acm/certificate:Certificate",
            "aws:secretsmanager/secret:Secret",
            "aws:sns/topic:Topic",
            "aws:iam/policy:Policy");

    private AwsIds() {}

    static String of(Desired desired) {
        var token = desired.token();
        if (ARNS.contains(token)) {
            return Arns.of(desired, "");
        }
        var prefix = PREFIXES.get(token);
        if (prefix != null) {
            return prefix + "-" + desired.digits(DIGITS);
        }
        if (token.equals("aws:kms/key:Key")) {
            return uuid(desired);
        }
        return AwsNames.of(desired.schema())
                .flatMap(naming -> desired.properties().text(naming.property()))
                .or(() -> desired.properties().text("name"))
                .orElseGet(() -> type(token) + "-" + desired.digits(DIGITS));
    }

    static String uuid(Desired desired) {
        return UUID.nameUUIDFromBytes(desired.digits(32).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String type(String token) {
        return token.substring(token.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
