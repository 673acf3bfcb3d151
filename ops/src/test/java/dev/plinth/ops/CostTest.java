package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.ops.engine.Events;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CostTest {
    private static final String NAT = "plinth:network:Network$aws:ec2/natGateway:NatGateway";
    private static final String DATABASE = "plinth:database:Database$aws:rds/instance:Instance";
    private static final String GATEWAY_USD = "43.16";

    @TempDir
    private Path folder;

    @Test
    void theEstimateIsSummedByTheOutermostComponent() {
        var desk = new Desk(folder).planning(Events.creating(NAT, "nat-a", "{}"), Events.creating(NAT, "nat-b", "{}"));

        assertThat(desk.run("cost", "production", "--sandbox")).isZero();
        // 730 hours and 100 GB at 0.052 each, twice.
        assertThat(desk.out()).startsWith("""
                production: US dollars a month in eu-central-1
                  Network         86.32
                  total           86.32
                """);
    }

    @Test
    void aStandbyDoublesMachineAndStorage() {
        assertThat(total(database("false"))).isEqualTo(total(database("true")) / 2);
    }

    @Test
    void aReplicaHasTheSizeOfItsSource() {
        var replica = Events.creating(DATABASE, "replica", "{\"instanceClass\":\"db.m7g.large\"}");

        assertThat(total(database("false"), replica)).isEqualTo(2 * total(database("false")));
    }

    @Test
    void aNodeGroupHasTheMachinesOfItsLaunchTemplate() {
        var group = Events.creating("aws:eks/nodeGroup:NodeGroup", "nodes", "{\"scalingConfig\":{\"desiredSize\":2}}");
        var template = Events.creating("aws:ec2/launchTemplate:LaunchTemplate", "nodes", """
                {"instanceType":"t3.large","blockDeviceMappings":[{"ebs":{"volumeSize":50}}]}""".strip());

        // 730 hours at 0.096 and 50 GB at 0.0952, twice.
        assertThat(total(group, template)).isEqualTo(149.68);
    }

    @Test
    void aQuantityThatThePlanDoesNotTellIsNamed() {
        var desk =
                new Desk(folder).planning(Events.creating(DATABASE, "primary", "{\"instanceClass\":\"db.m7g.large\"}"));

        desk.run("cost");

        assertThat(desk.out()).contains("rds.gp3 needs /allocatedStorage");
    }

    @Test
    void whatHasNoPriceIsNamedAndNeverZero() {
        var desk = new Desk(folder)
                .planning(
                        Events.creating("aws:quantum/computer:Computer", "q", "{}"),
                        Events.creating(DATABASE, "big", "{\"instanceClass\":\"db.x9.huge\",\"allocatedStorage\":10}"));

        desk.run("cost");

        assertThat(desk.out())
                .contains("(stack)   aws:quantum:Computer q  no price for this type")
                .contains("Database  aws:rds:Instance big    no price rds.db.x9.huge");
    }

    @Test
    void whatIsFreeByItselfIsNotMentioned() {
        var desk = new Desk(folder).planning(Events.creating("aws:iam/role:Role", "role", "{}"));

        desk.run("cost");

        assertThat(desk.out()).doesNotContain("not priced");
    }

    @Test
    void onlyInterfaceEndpointsCostAndTheirZonesAreAssumedWhereUnknown() {
        var type = "aws:ec2/vpcEndpoint:VpcEndpoint";
        var gateway = "{\"vpcEndpointType\":\"Gateway\"}";
        var unknown = "{\"vpcEndpointType\":\"Interface\",\"subnetIds\":\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"}";
        var two = "{\"vpcEndpointType\":\"Interface\",\"subnetIds\":[\"a\",\"b\"]}";

        assertThat(total(Events.creating(type, "s3", gateway))).isZero();
        // 730 hours at 0.012 in three zones and in two, and 20 GB at 0.01.
        assertThat(total(Events.creating(type, "ecr", unknown))).isEqualTo(26.48);
        assertThat(total(Events.creating(type, "ecr", two))).isEqualTo(17.72);
    }

    @Test
    void theDifferenceIsThatOfThePlanToWhatIsThere() {
        var desk = new Desk(folder)
                .planning(
                        Events.keeping(NAT, "nat-a", "{}"),
                        Events.creating(NAT, "nat-b", "{}"),
                        Events.deleting("aws:ec2/eip:Eip", "old", "{}"),
                        Events.keeping("plinth:keys:Keys$aws:kms/key:Key", "logs", "{}"));

        assertThat(desk.run("cost", "--diff")).isZero();
        assertThat(desk.out()).startsWith("""
                local: US dollars a month in eu-central-1
                                 before         after    difference
                  (stack)          3.65          0.00         -3.65
                  Network         43.16         86.32        +43.16
                  total           47.96         87.47        +39.51
                """);
    }

    @Test
    void jsonHasTheSumsTheLinesAndWhatIsMissing() throws IOException {
        var desk = new Desk(folder)
                .planning(
                        Events.creating(NAT, "nat-a", "{}"),
                        Events.creating("aws:quantum/computer:Computer", "q", "{}"));

        desk.run("cost", "--json");

        var data = new ObjectMapper().readTree(desk.out());
        assertThat(data.at("/total").asText()).isEqualTo(GATEWAY_USD);
        assertThat(data.at("/difference").asText()).isEqualTo(GATEWAY_USD);
        assertThat(data.at("/components/Network").asText()).isEqualTo(GATEWAY_USD);
        assertThat(data.at("/lines/0/price").asText()).isEqualTo("nat.hour");
        assertThat(data.at("/notPriced/0/resource").asText()).isEqualTo("aws:quantum:Computer q");
    }

    private static String database(String multiAz) {
        return Events.creating(
                DATABASE,
                "primary",
                "{\"instanceClass\":\"db.m7g.large\",\"allocatedStorage\":200,\"multiAz\":%s}".formatted(multiAz));
    }

    private double total(String... events) {
        var desk = new Desk(folder).planning(events);
        desk.run("cost", "--json");
        try {
            return new ObjectMapper().readTree(desk.out()).at("/total").asDouble();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
