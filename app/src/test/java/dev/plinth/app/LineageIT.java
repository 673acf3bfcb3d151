package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** margin is derived from revenue and cost, board from margin; the draft plan is derived from revenue too. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LineageIT {
    private static final String METRICS = "/api/v1/metrics/";

    private final RunningApp app;

    LineageIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @BeforeAll
    void fill() throws Exception {
        app.domain("finance");
        assertThat(app.api()
                        .post("/api/v1/metrics", Bodies.fullMetric("revenue", "finance"))
                        .status())
                .isEqualTo(201);
        for (String id : List.of("cost", "margin", "board", "plan")) {
            app.create(id, "finance");
        }
        for (String id : List.of("revenue", "cost", "margin", "board")) {
            publish(id);
        }
        relate("margin", "numerator", "revenue");
        relate("margin", "denominator", "cost");
        relate("board", "derived_from", "margin");
        relate("plan", "derived_from", "revenue");
        relate("board", "derived_from", "plan");
        consume("board", "dashboard", "Board weekly");
        consume("revenue", "job", "Closing");
        consume("board", "job", "Closing");
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void leadsUpToTheColumnsOfTheSources() throws Exception {
        Reply graph = lineage(app.as(Role.VIEWER), "board", "?direction=up&depth=10");

        assertThat(graph.status()).as(graph.toString()).isEqualTo(200);
        assertThat(graph.text("/root")).isEqualTo("metric:board");
        assertThat(graph.texts("/nodes", "key"))
                .containsExactlyInAnyOrder(
                        "metric:board",
                        "metric:margin",
                        "metric:revenue",
                        "metric:cost",
                        "table:warehouse/finance.orders",
                        "column:warehouse/finance.orders/amount",
                        "table:crm/accounts");
        assertThat(edges(graph))
                .containsExactlyInAnyOrder(
                        "metric:board derived_from metric:margin",
                        "metric:margin numerator metric:revenue",
                        "metric:margin denominator metric:cost",
                        "metric:revenue reads column:warehouse/finance.orders/amount",
                        "column:warehouse/finance.orders/amount part_of table:warehouse/finance.orders",
                        "metric:revenue reads table:crm/accounts");
        assertThat(graph.text("/truncated")).isEqualTo("false");
    }

    @Test
    void leadsDownToTheConsumers() throws Exception {
        Reply graph = lineage(app.as(Role.VIEWER), "revenue", "?direction=down&depth=10");

        assertThat(graph.texts("/nodes", "key"))
                .containsExactlyInAnyOrder(
                        "metric:revenue",
                        "metric:margin",
                        "metric:board",
                        "consumer:dashboard/Board weekly",
                        "consumer:job/Closing");
        assertThat(edges(graph))
                .contains("consumer:job/Closing uses metric:revenue", "consumer:job/Closing uses metric:board");
    }

    @Test
    void aDraftNeverLeaks() throws Exception {
        assertThat(lineage(app.as(Role.VIEWER), "board", "?depth=10").body()).doesNotContain("plan");
        assertThat(lineage(app.as(Role.VIEWER), "revenue", "?depth=10").body()).doesNotContain("plan");
        assertThat(app.as(Role.VIEWER).get(METRICS + "revenue/impact").body()).doesNotContain("plan");
        assertThat(lineage(app.as(Role.VIEWER), "plan", "").status()).isEqualTo(404);
        assertThat(lineage(app.as(Role.EDITOR), "revenue", "?depth=10").texts("/nodes", "key"))
                .contains("metric:plan");
    }

    @Test
    void goesAsFarAsItWasAskedTo() throws Exception {
        assertThat(lineage(app.as(Role.VIEWER), "board", "?direction=up&depth=1")
                        .texts("/nodes", "key"))
                .containsExactlyInAnyOrder("metric:board", "metric:margin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?depth=0", "?depth=11", "?depth=x", "?direction=sideways", "?deep=1"})
    void refusesWhatItDoesNotUnderstand(String query) throws Exception {
        assertThat(lineage(app.api(), "board", query).status()).isEqualTo(400);
    }

    @Test
    void tellsWhoIsHitByAChange() throws Exception {
        Reply impact = app.as(Role.VIEWER).get(METRICS + "revenue/impact");

        assertThat(impact.texts("/metrics", "metric_id")).containsExactly("revenue", "margin", "board");
        assertThat(impact.texts("/metrics", "distance")).containsExactly("0", "1", "2");
        assertThat(impact.texts("/consumers", "name")).containsExactly("Board weekly", "Closing", "Closing");
        assertThat(impact.texts("/consumers", "distance")).containsExactly("2", "2", "0");
    }

    @Test
    void tellsHowMuchADraftChangesToThoseWhoSeeDrafts() throws Exception {
        app.create("edited", "finance");
        publish("edited");
        Reply before = app.api().get(METRICS + "edited/impact");
        app.api()
                .send(
                        "PATCH",
                        METRICS + "edited",
                        "{\"definition\": {\"unit\": \"USD\"}}",
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        "*");

        assertThat(before.json().has("change_class")).isFalse();
        assertThat(app.api().get(METRICS + "edited/impact").text("/change_class"))
                .isEqualTo("major");
        assertThat(app.as(Role.VIEWER).get(METRICS + "edited/impact").json().has("change_class"))
                .isFalse();
    }

    private static List<String> edges(Reply graph) {
        return graph.json()
                .at("/edges")
                .valueStream()
                .map(edge -> "%s %s %s"
                        .formatted(
                                edge.path("from").asText(),
                                edge.path("type").asText(),
                                edge.path("to").asText()))
                .toList();
    }

    private static Reply lineage(Client client, String id, String query) throws IOException, InterruptedException {
        return client.get(METRICS + id + "/lineage" + query);
    }

    private void publish(String id) throws IOException, InterruptedException {
        Reply published = app.api().post(METRICS + id + ":publish", "{\"reason\": \"It is ready.\"}");
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
    }

    private void relate(String from, String type, String to) throws IOException, InterruptedException {
        Reply related = app.api()
                .post(
                        METRICS + from + "/relationships",
                        "{\"type\": \"%s\", \"metric_id\": \"%s\"}".formatted(type, to));
        assertThat(related.status()).as(related.toString()).isEqualTo(201);
    }

    private void consume(String id, String kind, String name) throws IOException, InterruptedException {
        Reply consumed = app.api()
                .post(METRICS + id + "/consumers", "{\"kind\": \"%s\", \"name\": \"%s\"}".formatted(kind, name));
        assertThat(consumed.status()).as(consumed.toString()).isEqualTo(201);
    }
}
