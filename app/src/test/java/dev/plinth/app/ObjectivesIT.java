package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ObjectivesIT {
    private static final String OBJECTIVES = "/api/v1/objectives";
    private static final String KEY_RESULTS = "/api/v1/key-results/";
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final RunningApp app;

    ObjectivesIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @BeforeAll
    void fill() throws Exception {
        for (String domain : List.of("finance", "sales")) {
            app.api()
                    .post(
                            "/api/v1/domains",
                            "{\"domain_id\": \"%s\", \"name\": \"A\", \"description\": \"B.\"}".formatted(domain));
        }
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void keepsAnObjectiveAsItWasWritten() throws Exception {
        Reply created = create("finance");

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.text("/name")).isEqualTo("Be paid sooner");
        assertThat(created.text("/starts_on")).isEqualTo(today.minusDays(50).toString());
        assertThat(app.api().get(created.header("Location")).body()).isEqualTo(created.body());
    }

    @Test
    void thereIsOneWayOnlyToWriteTheAddressOfAnObjective() throws Exception {
        String uid = create("finance").text("/uid");

        assertThat(uid).startsWith("0");
        assertThat(app.api().get(OBJECTIVES + "/" + uid.substring(1)).status()).isEqualTo(404);
        assertThat(app.api()
                        .get(OBJECTIVES + "/" + uid.toUpperCase(Locale.ROOT))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void listsTheObjectivesOfADomain() throws Exception {
        String first = create("sales").text("/uid");
        String second = create("sales").text("/uid");
        create("finance");

        Reply page = app.api().get(OBJECTIVES + "?domain=sales&limit=1");

        assertThat(page.texts("/items", "uid")).containsExactly(first);
        assertThat(app.api().get(page.text("/page/next")).texts("/items", "uid"))
                .containsExactly(second);
    }

    @Test
    void refusesWhatBreaksARule() throws Exception {
        Reply unknown = create("finnance");
        Reply backwards = app.api().post(OBJECTIVES, """
                {"domain": "finance", "name": "A", "description": "B.", "starts_on": "2026-02-01",
                 "ends_on": "2026-01-01"}""");
        Reply malformed = app.api().post(OBJECTIVES, """
                {"domain": "finance", "name": "A", "description": "B.", "starts_on": "soon", "ends_on": "2026-01-01"}""");

        assertThat(unknown.text("/errors/0/detail")).endsWith("Did you mean 'finance'?");
        assertThat(backwards.text("/errors/0/pointer")).isEqualTo("/ends_on");
        assertThat(malformed.text("/errors/0/pointer")).isEqualTo("/starts_on");
    }

    @Test
    void changesAndDeletesAnObjective() throws Exception {
        String address = create("finance").header("Location");

        Reply changed = change("PATCH", address, "{\"domain\": \"sales\"}");

        assertThat(changed.text("/domain")).isEqualTo("sales");
        assertThat(changed.header("ETag")).isEqualTo("\"r2\"");
        assertThat(app.api().send("DELETE", address, "", "If-Match", "\"r1\"").status())
                .isEqualTo(412);
        assertThat(change("DELETE", address, "").status()).isEqualTo(204);
        assertThat(app.api().get(address).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"48, 0.0, off_track", "43.5, 0.25, at_risk", "39, 0.5, on_track", "25, 1, on_track"})
    void judgesWhatIsReported(String value, double progress, String status) throws Exception {
        String objective = create("finance").header("Location");
        String keyResult = keyResult(objective).text("/uid");

        Reply reported = checkIn(keyResult, "{\"value\": %s, \"note\": \"As counted.\"}".formatted(value));

        assertThat(reported.status()).as(reported.toString()).isEqualTo(200);
        assertThat(reported.text("/current")).isEqualTo(value);
        assertThat(reported.json().at("/progress").doubleValue()).isEqualTo(progress);
        assertThat(reported.text("/status")).isEqualTo(status);
        assertThat(reported.text("/revision")).isEqualTo("2");
        assertThat(app.api().get(KEY_RESULTS + keyResult).body()).isEqualTo(reported.body());
        assertThat(app.api().get(objective + "/progress").text("/key_results/0/status"))
                .isEqualTo(status);
    }

    @Test
    void keepsTheHistoryOfWhatWasReported() throws Exception {
        String keyResult = keyResult(create("finance").header("Location")).text("/uid");
        for (int value = 47; value > 44; value--) {
            checkIn(keyResult, "{\"value\": %d}".formatted(value));
        }

        Reply page = app.api().get(KEY_RESULTS + keyResult + "/check-ins?limit=2");

        assertThat(page.texts("/items", "value")).containsExactly("45", "46");
        assertThat(page.text("/items/0/author")).isNotEmpty();
        assertThat(app.api().get(page.text("/page/next")).texts("/items", "value"))
                .containsExactly("47");
    }

    @Test
    void anObjectiveStandsWhereItsKeyResultsStandOnAverage() throws Exception {
        String objective = create("finance").header("Location");
        Reply empty = app.api().get(objective + "/progress");
        checkIn(keyResult(objective).text("/uid"), "{\"value\": 30}");
        keyResult(objective);

        Reply progress = app.api().get(objective + "/progress");

        assertThat(empty.text("/progress")).isEqualTo("0");
        assertThat(progress.text("/progress")).isEqualTo("0.5");
        assertThat(progress.text("/status")).isEqualTo("on_track");
        assertThat(progress.json().at("/elapsed").doubleValue()).isBetween(0.49, 0.51);
        assertThat(progress.texts("/key_results", "status")).containsExactly("on_track", "off_track");
    }

    @Test
    void listsTheKeyResultsOfAnObjective() throws Exception {
        String objective = create("finance").header("Location");
        String first = keyResult(objective).text("/uid");
        String second = keyResult(objective).text("/uid");

        Reply page = app.api().get(objective + "/key-results?limit=1");

        assertThat(page.texts("/items", "uid")).containsExactly(first);
        assertThat(app.api().get(page.text("/page/next")).texts("/items", "uid"))
                .containsExactly(second);
    }

    @Test
    void movesTheStartOfAKeyResultThatNobodyReportedYet() throws Exception {
        String keyResult = keyResult(create("finance").header("Location")).header("Location");

        Reply changed = change("PATCH", keyResult, "{\"baseline\": 60, \"target\": 40}");

        assertThat(changed.text("/current")).isEqualTo("60");
        assertThat(change("PATCH", keyResult, "{\"target\": 70}").text("/errors/0/pointer"))
                .isEqualTo("/target");
        assertThat(change("DELETE", keyResult, "").status()).isEqualTo(204);
        assertThat(app.api().get(keyResult).status()).isEqualTo(404);
    }

    @Test
    void refusesAMetricThatIsNotPublished() throws Exception {
        app.create("finance.secret-draft", "finance");
        String objective = create("finance").header("Location");

        Reply draft = app.api().post(objective + "/key-results", withMetric("finance.secret-draft"));
        Reply missing = app.api().post(objective + "/key-results", withMetric("finance.not-there"));

        assertThat(draft.status()).isEqualTo(400);
        assertThat(draft.text("/errors/0/detail")).isEqualTo(missing.text("/errors/0/detail"));
    }

    @Test
    void anObjectiveHasTwentyKeyResultsAtMostEvenWhenManyComeAtOnce() throws Exception {
        String objective = create("finance").header("Location");
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = IntStream.range(0, 24)
                    .mapToObj(index -> writers.submit(() -> keyResult(objective).status()))
                    .toList()
                    .stream()
                    .map(ObjectivesIT::result)
                    .toList();

            assertThat(statuses).containsOnly(201, 409);
            assertThat(statuses).filteredOn(status -> status == 201).hasSize(20);
        }
    }

    @Test
    void whatCannotBeAUidNamesNothing() throws Exception {
        assertThat(app.api().get(OBJECTIVES + "/none").status()).isEqualTo(404);
        assertThat(app.api().get(KEY_RESULTS + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(checkIn(UUID.randomUUID().toString(), "{\"value\": 1}").status())
                .isEqualTo(404);
        assertThat(app.api()
                        .get(OBJECTIVES + "/" + UUID.randomUUID() + "/key-results")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aReportNeedsAValue() throws Exception {
        String keyResult = keyResult(create("finance").header("Location")).text("/uid");

        assertThat(checkIn(keyResult, "{}").text("/errors/0/pointer")).isEqualTo("/value");
    }

    private Reply create(String domain) throws IOException, InterruptedException {
        return app.api().post(OBJECTIVES, """
                {"domain": "%s", "name": "Be paid sooner", "description": "Customers pay within the month.",
                 "starts_on": "%s", "ends_on": "%s"}""".formatted(domain, today.minusDays(50), today.plusDays(50)));
    }

    private Reply keyResult(String objective) throws IOException, InterruptedException {
        return app.api().post(objective + "/key-results", """
                {"name": "Days until payment", "unit": "days", "direction": "down", "baseline": 48, "target": 30}""");
    }

    private Reply checkIn(String keyResult, String body) throws IOException, InterruptedException {
        return app.api().post(KEY_RESULTS + keyResult + ":check-in", body);
    }

    private Reply change(String method, String address, String body) throws IOException, InterruptedException {
        return app.api().send(method, address, body, "Content-Type", "application/json", "If-Match", "*");
    }

    private static String withMetric(String id) {
        return """
                {"name": "A", "unit": "days", "baseline": 1, "target": 2, "metric_id": "%s"}""".formatted(id);
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
