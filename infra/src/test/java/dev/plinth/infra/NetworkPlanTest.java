package dev.plinth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The network of each environment as it is declared. */
final class NetworkPlanTest {
    static final List<String> STACKS = StackFiles.STACKS;

    @ParameterizedTest
    @CsvSource({"local, 2, 0", "staging, 3, 1", "production, 3, 3"})
    void subnetsStandInEveryZone(String stack, int zones, int natGateways) {
        var plan = Plan.of(stack);

        assertThat(plan.all("aws:ec2/subnet:Subnet"))
                .hasSize(3 * zones)
                .allSatisfy(subnet ->
                        assertThat(subnet.input("mapPublicIpOnLaunch")).isEqualTo(false));
        assertThat(plan.all("aws:ec2/natGateway:NatGateway")).hasSize(natGateways);
        assertThat(plan.all("aws:ec2/route:Route"))
                .extracting(Declared::name)
                .noneMatch(route -> route.startsWith("network-data"));
        assertThat(plan.one("aws:ec2/defaultRouteTable:DefaultRouteTable", "network-default")
                        .input("routes"))
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void securityGroupsNameEachOtherAndNothingIsOpenToTheInternet(String stack) {
        var plan = Plan.of(stack);
        var ingress = plan.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");

        assertThat(ingress).isNotEmpty().noneMatch(rule -> rule.has("cidrIpv4") || rule.has("cidrIpv6"));
        assertThat(ingress)
                .filteredOn(rule -> !rule.has("referencedSecurityGroupId"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.inputs())
                        .containsEntry("prefixListId", "pl-com.amazonaws.global.cloudfront.origin-facing")
                        .containsEntry("securityGroupId", "network-firewall-load-balancer-id")
                        .containsEntry("fromPort", 443.0)
                        .containsEntry("toPort", 443.0));
        assertThat(plan.all("aws:ec2/securityGroup:SecurityGroup"))
                .hasSize(7)
                .noneMatch(group -> group.has("ingress") || group.has("egress"));
        var unused = plan.one("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "network-firewall-default");
        assertThat(unused.input("ingress")).isEqualTo(List.of());
        assertThat(unused.input("egress")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({"local, 0", "staging, 1", "production, 1"})
    void onlyNodesReachTheInternetAndOnlyWhereThereIsAWayOut(String stack, int rules) {
        assertThat(Plan.of(stack).all("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"))
                .filteredOn(rule -> rule.has("cidrIpv4"))
                .hasSize(rules)
                .allSatisfy(rule -> assertThat(rule.inputs())
                        .containsEntry("securityGroupId", "network-firewall-nodes-id")
                        .containsEntry("fromPort", 443.0));
    }

    @Test
    void theDatabaseIsReachedByItsProxyAndByRotationOnly() {
        assertThat(Plan.of("production").all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"))
                .filteredOn(rule -> "network-firewall-database-id".equals(rule.input("securityGroupId")))
                .extracting(rule -> rule.input("referencedSecurityGroupId"))
                .containsExactlyInAnyOrder("network-firewall-database-proxy-id", "network-firewall-rotation-id");
    }

    @Test
    void aNewZoneInFrontMovesNoSubnet() {
        var later = blocks(Plan.of("local", "plinth:network: {zones: [b, c]}"));
        var wider = blocks(Plan.of("local", "plinth:network: {zones: [a, b, c]}"));

        assertThat(later).hasSize(6);
        assertThat(wider).hasSize(9).containsAllEntriesOf(later);
    }

    private static Map<String, Object> blocks(Plan plan) {
        return plan.all("aws:ec2/subnet:Subnet").stream()
                .collect(Collectors.toMap(Declared::name, subnet -> subnet.input("cidrBlock")));
    }
}
