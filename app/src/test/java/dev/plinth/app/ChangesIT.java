package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Scrape;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events and the audit trail over HTTP. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChangesIT {
    private static final String AUDIT = "/api/v1/audit-events";
    private static final String DOMAINS = "/api/v1/audit-events?action=domain.created";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final RunningApp app;

    ChangesIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @BeforeAll
    void fill() throws Exception {
        for (String id : List.of("alpha", "beta", "gamma")) {
            Reply created = app.api()
                    .send(
                            "POST",
                            "/api/v1/domains",
                            """
                            {"domain_id": "%s", "name": "A domain", "description": "What belongs to it."}
                            """.formatted(id),
                            "Content-Type",
                            "application/json",
                            "X-Request-Id",
                            "made-" + id);
            assertThat(created.status()).as(created.toString()).isEqualTo(201);
        }
        Eventually.becomes(
                List.of("alpha", "beta", "gamma"),
                SOON,
                () -> subjects(app.api().get("/api/v1/events?type=domain.created")));
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void anEventTellsWhatHappenedToWhatAndWhen() throws Exception {
        Reply page = app.api().get("/api/v1/events?type=domain.created&limit=1");

        assertThat(page.text("/items/0/id")).matches("evt_[0-9a-f-]{36}");
        assertThat(page.text("/items/0/type")).isEqualTo("domain.created");
        assertThat(page.text("/items/0/timestamp")).matches("20.*Z");
        assertThat(page.text("/items/0/data/subject")).isEqualTo("alpha");
    }

    @Test
    void aReaderResumesWhereTheFeedEndedSoFar() throws Exception {
        Reply first = app.api().get("/api/v1/events?type=domain.created&limit=2");
        Reply second = app.api().get(first.text("/page/next"));
        Reply end = app.api().get(second.text("/page/resume"));

        assertThat(subjects(second)).containsExactly("gamma");
        assertThat(second.json().at("/page").has("next")).isFalse();
        assertThat(subjects(end)).isEmpty();
        assertThat(end.text("/page/resume")).isEqualTo(second.text("/page/resume"));
    }

    @Test
    void whatIsNoEventTypeIsRefused() throws Exception {
        Reply refused = app.api().get("/api/v1/events?type=session.opened");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/parameter")).isEqualTo("type");
    }

    @Test
    void aCursorThatIsNoneOfTheFeedIsRefused() throws Exception {
        String next = app.api().get("/api/v1/events?limit=1").text("/page/resume");
        String foreign = app.api().get(AUDIT + "?limit=1").text("/page/next");
        String cursor = foreign.substring(foreign.indexOf("cursor="));

        assertThat(app.api().get(next.replaceAll("cursor=.*", cursor)).text("/errors/0/parameter"))
                .isEqualTo("cursor");
    }

    @Test
    void everyEventTypeIsExplained() throws Exception {
        Reply types = app.api().get("/api/v1/event-types");

        assertThat(types.texts("/items", "type")).contains("metric.published").doesNotContain("session.opened");
        assertThat(types.texts("/items", "description")).contains("A metric was published.");
    }

    @Test
    void theAuditTrailTellsWhoDidWhatInWhichRequest() throws Exception {
        Reply page = app.api().get(DOMAINS + "&subject=beta");

        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.texts("/items", "subject")).containsExactly("beta");
        assertThat(page.text("/items/0/network")).isEqualTo("127.0.0.0/24");
        assertThat(page.text("/items/0/request_id")).isEqualTo("made-beta");
        assertThat(page.text("/items/0/after/domain_id")).isEqualTo("beta");
        assertThat(page.json().at("/items/0").has("before")).isFalse();
        assertThat(page.text("/items/0/hash")).matches("[0-9a-f]{64}");
    }

    @Test
    void theAuditTrailIsPagedFromTheNewestOn() throws Exception {
        Reply first = app.api().get(DOMAINS + "&limit=2");

        assertThat(first.texts("/items", "subject")).containsExactly("gamma", "beta");
        assertThat(app.api().get(first.text("/page/next")).texts("/items", "subject"))
                .containsExactly("alpha");
    }

    @Test
    void theWholeTrailIsExportedAsLines() throws Exception {
        Reply lines = app.api().send("GET", DOMAINS, "", "Accept", "application/x-ndjson");

        assertThat(lines.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(lines.body().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"sequence\":") && line.endsWith("}"));
    }

    @Test
    void timesThatTheDatabaseCannotKnowAreRefused() throws Exception {
        Reply refused = app.api().get(AUDIT + "?since=%2B12026-01-01T00:00:00Z");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/detail")).contains("must be in one of the years 1 to 9999");
    }

    @Test
    void namesThatTheDatabaseCannotHoldAreRefused() throws Exception {
        assertThat(app.api().get(AUDIT + "?actor=a%00b").status()).isEqualTo(400);
        assertThat(app.api().get(AUDIT + "?subject=%20").status()).isEqualTo(400);
    }

    @Test
    void verificationSaysThatTheTrailIsIntact() throws Exception {
        Reply verdict = app.api().send("POST", AUDIT + ":verify", "");

        assertThat(verdict.status()).as(verdict.toString()).isEqualTo(200);
        assertThat(verdict.text("/intact")).isEqualTo("true");
        assertThat(verdict.json().at("/checked").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(verdict.json().has("fault")).isFalse();
    }

    @Test
    void whatWaitsAndWhatFailsIsMeasured() throws Exception {
        assertThat(Scrape.of(app).families())
                .containsEntry("mdl_outbox_oldest_seconds", "gauge")
                .containsEntry("mdl_webhook_oldest_due_seconds", "gauge")
                .containsEntry("mdl_webhook_deliveries_total", "counter")
                .containsEntry("mdl_audit_verify_failures_total", "counter");
    }

    private static List<String> subjects(Reply page) {
        return page.json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/data/subject").asText())
                .toList();
    }
}
