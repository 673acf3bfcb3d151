package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import java.util.Map;
import java.util.function.BiFunction;

/** Outputs of single AWS types that programs rely on the form of. */
final class AwsDetails {
    private static final Map<String, BiFunction<Desired, String, Map<String, String>>> DETAILS = Map.ofEntries(
            Map.entry(
                    "aws:ec2/vpc:Vpc",
                    (desired, id) -> Map.of(
                            "defaultNetworkAclId", "acl-" + desired.digits(17),
                            "defaultRouteTableId", "rtb-" + desired.digits(17),
                            "mainRouteTableId", "rtb-" + desired.digits(17),
                            "defaultSecurityGroupId", "sg-" + desired.digits(17),
                            "dhcpOptionsId", "dopt-" + desired.digits(17))),
            Map.entry("aws:ec2/subnet:Subnet", (desired, id) -> Map.of("availabilityZone", zone(desired))),
            Map.entry("aws:rds/instance:Instance", (desired, id) -> Map.of("availabilityZone", zone(desired))),
            Map.entry("aws:ec2/eip:Eip", (desired, id) -> Map.of("allocationId", id, "publicIp", address(desired))),
            Map.entry("aws:ec2/natGateway:NatGateway", (desired, id) -> Map.of("publicIp", address(desired))),
            Map.entry(
                    "aws:ecr/repository:Repository", (desired, id) -> Map.of("repositoryUrl", repository(desired, id))),
            Map.entry("aws:route53/record:Record", (desired, id) -> Map.of("fqdn", text(desired, "name"))),
            Map.entry("aws:route53/zone:Zone", (desired, id) -> Map.of("zoneId", id)),
            Map.entry("aws:kms/alias:Alias", (desired, id) -> Map.of("targetKeyArn", keyArn(desired))));

    private AwsDetails() {}

    static Map<String, String> of(Desired desired, String id) {
        return DETAILS.getOrDefault(desired.token(), (nothing, known) -> Map.of())
                .apply(desired, id);
    }

    private static String zone(Desired desired) {
        return desired.settings().region() + "a";
    }

    /** An address of the block that is reserved for documentation: RFC 5737. */
    private static String address(Desired desired) {
        return "203.0.113." + Integer.parseInt(desired.digits(2), 16);
    }

    private static String repository(Desired desired, String id) {
        var settings = desired.settings();
        return "%s.dkr.ecr.%s.amazonaws.com/%s".formatted(settings.account(), settings.region(), id);
    }

    /** An alias may name its key by ARN or by identifier. */
    private static String keyArn(Desired desired) {
        var key = text(desired, "targetKeyId");
        var settings = desired.settings();
        return key.startsWith("arn:")
                ? key
                : "arn:aws:kms:%s:%s:key/%s".formatted(settings.region(), settings.account(), key);
    }

    private static String text(Desired desired, String name) {
        return desired.properties().text(name).orElse("");
    }
}
