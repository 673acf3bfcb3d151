package dev.plinth.infra.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.test.PulumiTest;
import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import dev.plinth.infra.component.Account;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a network reaches AWS's services, what it writes down, and what it keeps out. */
final class NetworkTest {
    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

    @Test
    void servicesOfAwsAreInsideTheNetwork() {
        assertThat(Plan.of("production").all(ENDPOINT))
                .filteredOn(endpoint -> "Interface".equals(endpoint.input("vpcEndpointType")))
                .allSatisfy(endpoint -> {
                    assertThat(endpoint.input("privateDnsEnabled")).isEqualTo(true);
                    assertThat(endpoint.input("securityGroupIds")).isEqualTo(List.of("network-firewall-endpoints-id"));
                    assertThat(endpoint.input("policy"))
                            .asString()
                            .contains("\"aws:PrincipalAccount\":[\"222222222222\"]");
                })
                .extracting(endpoint -> endpoint.input("serviceName"))
                .contains(
                        "com.amazonaws.eu-central-1.ecr.api",
                        "com.amazonaws.eu-central-1.ecr.dkr",
                        "com.amazonaws.eu-central-1.logs",
                        "com.amazonaws.eu-central-1.secretsmanager",
                        "com.amazonaws.eu-central-1.sts",
                        "com.amazonaws.eu-central-1.kms");
    }

    @Test
    void s3IsReachedFromPrivateAndDataSubnetsOnly() {
        var s3 = Plan.of("production").one(ENDPOINT, "network-endpoints-s3");

        assertThat(s3.input("vpcEndpointType")).isEqualTo("Gateway");
        assertThat(s3.input("routeTableIds"))
                .isEqualTo(List.of(
                        "network-private-a-id",
                        "network-private-b-id",
                        "network-private-c-id",
                        "network-data-a-id",
                        "network-data-b-id",
                        "network-data-c-id"));
    }

    @Test
    void interfaceEndpointsMayBeLeftOutToSaveMoney() {
        assertThat(Plan.of("staging", "plinth:network: {interfaceEndpoints: false}")
                        .all(ENDPOINT))
                .extracting(Declared::name)
                .containsExactly("network-endpoints-s3");
    }

    @Test
    void dataCannotBeCarriedToBucketsOfOthers() {
        var policy = Reach.s3(new Account("111122223333", "eu-central-1", "eu-west-1"));

        assertThat(String.valueOf(PulumiTest.extractValue(policy.json()))).isEqualTo("""
                {"Version":"2012-10-17","Statement":[\
                {"Sid":"Own","Effect":"Allow","Principal":{"AWS":["*"]},"Action":["*"],"Resource":["*"],\
                "Condition":{"StringEquals":{"aws:PrincipalAccount":["111122223333"],\
                "aws:ResourceAccount":["111122223333"]}}},\
                {"Sid":"Layers","Effect":"Allow","Principal":{"AWS":["*"]},"Action":["s3:GetObject"],\
                "Resource":["arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*",\
                "arn:aws:s3:::al2023-repos-eu-central-1-de612dc2/*"]}]}""");
    }

    @Test
    void everyConnectionIsWrittenDown() {
        var plan = Plan.of("production");
        var flows = plan.one("aws:ec2/flowLog:FlowLog", "network-flows");

        assertThat(flows.inputs())
                .containsEntry("trafficType", "ALL")
                .containsEntry("iamRoleArn", "arn:aws:iam::111122223333:role/network-flows")
                .containsEntry("vpcId", "network-id");
        assertThat(plan.one("aws:cloudwatch/logGroup:LogGroup", "network-flows").input("name"))
                .isEqualTo("/plinth-production/network/flows");
        assertThat(plan.one("aws:iam/role:Role", "network-flows").input("assumeRolePolicy"))
                .asString()
                .contains("vpc-flow-logs.amazonaws.com", "222222222222");
    }

    @Test
    void whatStandsInPublicSubnetsStaysBlockedFromTheInternet() {
        assertThat(Plan.of("local").all("aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion"))
                .extracting(exclusion -> exclusion.input("subnetId"))
                .containsExactlyInAnyOrder("network-private-a-id", "network-private-b-id");
    }
}
