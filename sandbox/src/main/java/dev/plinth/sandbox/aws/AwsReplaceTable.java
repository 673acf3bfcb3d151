package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.diff.ReplaceRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The inputs of AWS types that cannot be changed in place: those that the schema of the type in terraform-provider-aws, on
 * which pulumi-aws stands, marks ForceNew. Each row says in which folder of internal/service that schema is.
 */
final class AwsReplaceTable {
    private static final List<String> NAMES = List.of("name", "namePrefix");
    static final Map<String, ReplaceRules> RULES = Map.ofEntries(
            row("ec2", "aws:ec2/vpc:Vpc", "cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength", "instanceTenancy"),
            row(
                    "ec2",
                    "aws:ec2/subnet:Subnet",
                    "vpcId",
                    "cidrBlock",
                    "availabilityZone",
                    "availabilityZoneId",
                    "ipv6Native",
                    "outpostArn"),
            named("ec2", "aws:ec2/securityGroup:SecurityGroup", "description", "vpcId"),
            row("ec2", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "vpcId"),
            row("ec2", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "securityGroupId"),
            row("ec2", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "securityGroupId"),
            row(
                    "ec2",
                    "aws:ec2/securityGroupRule:SecurityGroupRule",
                    "securityGroupId",
                    "type",
                    "protocol",
                    "fromPort",
                    "toPort",
                    "cidrBlocks",
                    "ipv6CidrBlocks",
                    "prefixListIds",
                    "self",
                    "sourceSecurityGroupId"),
            row("ec2", "aws:ec2/routeTable:RouteTable", "vpcId"),
            row(
                    "ec2",
                    "aws:ec2/route:Route",
                    "routeTableId",
                    "destinationCidrBlock",
                    "destinationIpv6CidrBlock",
                    "destinationPrefixListId"),
            row("ec2", "aws:ec2/routeTableAssociation:RouteTableAssociation", "subnetId", "gatewayId"),
            row("ec2", "aws:ec2/natGateway:NatGateway", "subnetId", "allocationId", "connectivityType", "privateIp"),
            row("ec2", "aws:ec2/eip:Eip", "domain", "publicIpv4Pool", "networkBorderGroup", "customerOwnedIpv4Pool"),
            row("ec2", "aws:ec2/vpcEndpoint:VpcEndpoint", "vpcId", "serviceName", "vpcEndpointType", "serviceRegion"),
            row(
                    "ec2",
                    "aws:ec2/flowLog:FlowLog",
                    "vpcId",
                    "subnetId",
                    "eniId",
                    "trafficType",
                    "logDestination",
                    "logDestinationType",
                    "logFormat",
                    "iamRoleArn",
                    "maxAggregationInterval",
                    "destinationOptions"),
            row(
                    "rds",
                    "aws:rds/instance:Instance",
                    "availabilityZone",
                    "backupTarget",
                    "characterSetName",
                    "customIamInstanceProfile",
                    "dbName",
                    "engine",
                    "identifierPrefix",
                    "kmsKeyId",
                    "name",
                    "ncharCharacterSetName",
                    "restoreToPointInTime",
                    "s3Import",
                    "snapshotIdentifier",
                    "storageEncrypted",
                    "timezone",
                    "username"),
            named("rds", "aws:rds/parameterGroup:ParameterGroup", "family", "description"),
            named("rds", "aws:rds/subnetGroup:SubnetGroup"),
            row(
                    "elasticache",
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    "atRestEncryptionEnabled",
                    "dataTieringEnabled",
                    "globalReplicationGroupId",
                    "kmsKeyId",
                    "networkType",
                    "port",
                    "replicationGroupId",
                    "securityGroupNames",
                    "snapshotArns",
                    "snapshotName",
                    "subnetGroupName"),
            row("elasticache", "aws:elasticache/parameterGroup:ParameterGroup", "name", "family", "description"),
            row("elasticache", "aws:elasticache/subnetGroup:SubnetGroup", "name"),
            named("elbv2", "aws:lb/loadBalancer:LoadBalancer", "internal", "loadBalancerType", "customerOwnedIpv4Pool"),
            named(
                    "elbv2",
                    "aws:lb/targetGroup:TargetGroup",
                    "ipAddressType",
                    "port",
                    "protocol",
                    "protocolVersion",
                    "targetType",
                    "vpcId"),
            row("elbv2", "aws:lb/listener:Listener", "loadBalancerArn"),
            row("elbv2", "aws:lb/listenerRule:ListenerRule", "listenerArn"),
            row(
                    "elbv2",
                    "aws:lb/targetGroupAttachment:TargetGroupAttachment",
                    "targetGroupArn",
                    "targetId",
                    "port",
                    "availabilityZone"),
            row(
                    "acm",
                    "aws:acm/certificate:Certificate",
                    "domainName",
                    "subjectAlternativeNames",
                    "validationMethod",
                    "keyAlgorithm",
                    "certificateAuthorityArn"),
            row(
                    "acm",
                    "aws:acm/certificateValidation:CertificateValidation",
                    "certificateArn",
                    "validationRecordFqdns"),
            named("secretsmanager", "aws:secretsmanager/secret:Secret"),
            row(
                    "secretsmanager",
                    "aws:secretsmanager/secretVersion:SecretVersion",
                    "secretId",
                    "secretString",
                    "secretBinary"),
            row("kms", "aws:kms/key:Key", "customerMasterKeySpec", "keyUsage", "multiRegion", "customKeyStoreId"),
            named("kms", "aws:kms/alias:Alias"),
            named("iam", "aws:iam/role:Role", "path"),
            named("iam", "aws:iam/policy:Policy", "path", "description"),
            row("iam", "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role", "policyArn"),
            named("logs", "aws:cloudwatch/logGroup:LogGroup", "logGroupClass"),
            row("s3", "aws:s3/bucketV2:BucketV2", "bucket", "bucketPrefix", "objectLockEnabled"),
            row("s3", "aws:s3/bucket:Bucket", "bucket", "bucketPrefix"),
            row("route53", "aws:route53/record:Record", "zoneId", "name", "type", "setIdentifier"),
            row("route53", "aws:route53/zone:Zone", "name", "delegationSetId"),
            row("ecr", "aws:ecr/repository:Repository", "name", "encryptionConfigurations"),
            row("ecr", "aws:ecr/lifecyclePolicy:LifecyclePolicy", "repository", "policy"));

    private AwsReplaceTable() {}

    /** The rules of a type; of one that has no row it is known only that a name cannot be changed. */
    static ReplaceRules of(String token) {
        return RULES.getOrDefault(
                token.replaceFirst("^aws:alb/", "aws:lb/"),
                new ReplaceRules(NAMES, "terraform-provider-aws: names are ForceNew nearly everywhere"));
    }

    private static Map.Entry<String, ReplaceRules> row(String service, String token, String... paths) {
        return Map.entry(token, new ReplaceRules(List.of(paths), "internal/service/" + service));
    }

    private static Map.Entry<String, ReplaceRules> named(String service, String token, String... paths) {
        var all = Stream.concat(NAMES.stream(), Stream.of(paths)).toArray(String[]::new);
        return row(service, token, all);
    }
}
