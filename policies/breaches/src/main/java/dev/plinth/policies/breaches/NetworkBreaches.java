package dev.plinth.policies.breaches;

import com.pulumi.aws.ebs.EncryptionByDefault;
import com.pulumi.aws.ebs.EncryptionByDefaultArgs;
import com.pulumi.aws.ec2.DefaultVpc;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.NetworkAclRule;
import com.pulumi.aws.ec2.NetworkAclRuleArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateNetworkInterfaceArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupIngressArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;

/** Breaks the rules of the security pack's package {@code network}. */
final class NetworkBreaches {
    private static final String ANYWHERE = "0.0.0.0/0";
    private static final String INSIDE = "10.0.0.0/16";

    private NetworkBreaches() {}

    static void present() {
        securityGroups();
        machines();
        new NetworkAclRule(
                "admin",
                NetworkAclRuleArgs.builder()
                        .networkAclId("acl-1")
                        .ruleNumber(100)
                        .ruleAction("allow")
                        .protocol("tcp")
                        .cidrBlock(ANYWHERE)
                        .fromPort(22)
                        .toPort(22)
                        .build());
        new Subnet(
                "public",
                SubnetArgs.builder()
                        .vpcId("vpc-1")
                        .cidrBlock("10.0.1.0/24")
                        .mapPublicIpOnLaunch(true)
                        .build());
        new DefaultVpc("default");
    }

    /** default-sg-closed and vpc-flow-logs. */
    static void absent() {
        new Vpc("bare", VpcArgs.builder().cidrBlock(INSIDE).build());
    }

    private static void securityGroups() {
        new SecurityGroup(
                "undescribed", SecurityGroupArgs.builder().vpcId("vpc-1").build());
        var mixed = new SecurityGroup(
                "mixed",
                SecurityGroupArgs.builder()
                        .vpcId("vpc-1")
                        .description("Has rules inside and outside")
                        .ingress(SecurityGroupIngressArgs.builder()
                                .description("HTTPS from inside")
                                .protocol("tcp")
                                .fromPort(443)
                                .toPort(443)
                                .cidrBlocks(INSIDE)
                                .build())
                        .build());
        ingress("mixed", opening(INSIDE, 8443).securityGroupId(mixed.id()));
        ingress("admin", opening(ANYWHERE, 22));
        ingress("data", opening(ANYWHERE, 5432));
        ingress("other", opening(ANYWHERE, 9000));
        new SecurityGroupEgressRule(
                "everything",
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId("sg-1")
                        .description("To anywhere")
                        .ipProtocol("-1")
                        .cidrIpv4(ANYWHERE)
                        .build());
    }

    /** ebs-encrypted, instance-imds-hop-limit, instance-imdsv2 and instance-no-public-ip. */
    private static void machines() {
        new EncryptionByDefault(
                "off", EncryptionByDefaultArgs.builder().enabled(false).build());
        template("far", metadata("required", 2));
        template("tokenless", metadata("optional", 1));
        new LaunchTemplate(
                "public",
                LaunchTemplateArgs.builder()
                        .metadataOptions(metadata("required", 1))
                        .networkInterfaces(LaunchTemplateNetworkInterfaceArgs.builder()
                                .associatePublicIpAddress("true")
                                .build())
                        .build());
    }

    private static void template(String name, LaunchTemplateMetadataOptionsArgs metadata) {
        new LaunchTemplate(
                name, LaunchTemplateArgs.builder().metadataOptions(metadata).build());
    }

    private static LaunchTemplateMetadataOptionsArgs metadata(String tokens, int hops) {
        return LaunchTemplateMetadataOptionsArgs.builder()
                .httpEndpoint("enabled")
                .httpTokens(tokens)
                .httpPutResponseHopLimit(hops)
                .build();
    }

    private static SecurityGroupIngressRuleArgs.Builder opening(String from, int port) {
        return SecurityGroupIngressRuleArgs.builder()
                .securityGroupId("sg-1")
                .description("To port %d".formatted(port))
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .cidrIpv4(from);
    }

    private static void ingress(String name, SecurityGroupIngressRuleArgs.Builder args) {
        new SecurityGroupIngressRule(name, args.build());
    }
}
