package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.support.Author;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes of metrics, and that none is lost. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MetricChangesIT {
    private static final String METRICS = Author.METRICS;

    /** Every field that can be changed, with a value that differs from what it has in {@link Bodies#fullMetric}. */
    private static final Map<String, String> CHANGES = Map.ofEntries(
            Map.entry("name", "\"Other\""),
            Map.entry("description", "\"Other.\""),
            Map.entry("domain", "\"other\""),
            Map.entry("tier", "2"),
            Map.entry("metric_type", "\"lagging\""),
            Map.entry("calc_type", "\"derived\""),
            Map.entry("tags", "[\"other\"]"),
            Map.entry("definition", """
                    {"unit": "EUR", "direction": "down", "aggregation": "median", "grain": "week",
                     "expressions": [{"dialect": "mdx", "expression": "x"}], "filters": ["a = 1"],
                     "dimensions": ["plant"]}"""),
            Map.entry("owners", "[{\"role\": \"steward\", \"team\": \"Other\"}]"),
            Map.entry("sources", "[{\"system\": \"other\", \"table\": \"t\"}]"),
            Map.entry("targets", "[{\"period\": \"month\", \"value\": 0.5, \"warning\": 1, \"critical\": 2}]"),
            Map.entry("aliases", "[\"Other\"]"),
            Map.entry("notes", "\"Other.\""));

    private final RunningApp app;
    private final Author author;

    MetricChangesIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
        author = new Author(app.api());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void theTagOfEveryProjectionIsGoodForAChangeOfEveryField() throws Exception {
        app.domain("change");
        app.domain("other");
        app.api().post("/api/v1/metrics", Bodies.fullMetric("change.projected", "change"));
        author.publish("change.projected");
        var random = new Random(7);
        List<String> fields = new ArrayList<>(CHANGES.keySet());
        for (int round = 0; round < 40; round++) {
            String view = List.of("", "&view=draft", "&view=published", "&view=current")
                    .get(random.nextInt(4));
            String projection = "?fields=" + fields.get(random.nextInt(fields.size())) + view;
            String field = fields.get(round % fields.size());
            Reply read = app.api().get(METRICS + "change.projected" + projection);
            boolean back = round >= fields.size();
            JsonNode value = back ? original().required(field) : json(CHANGES.getOrDefault(field, ""));
            ObjectNode patch = Json.object();
            patch.set(field, value);

            Reply changed = author.patch("change.projected", patch.toString(), read.header("ETag"));

            assertThat(changed.status()).as(projection + " " + changed).isEqualTo(200);
            assertThat(author.draft("change.projected").json().required(field))
                    .as(field)
                    .isEqualTo(value);
        }
    }

    @Test
    void ofManyWhoChangeAtOnceNoneUndoesAnother() throws Exception {
        app.create("change.counted", "change");
        List<Callable<Integer>> writers = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(writer -> () -> appendTags(writer))
                .toList();
        int appended = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> count : threads.invokeAll(writers)) {
                appended += count.get();
            }
        }

        Reply last = author.draft("change.counted");
        assertThat(appended).isPositive();
        assertThat(last.json().required("tags")).hasSize(appended);
        assertThat(last.text("/revision")).isEqualTo(Integer.toString(1 + appended));
    }

    /** Reads, adds a tag of its own, and sends that with what it has read; how often that was accepted. */
    private int appendTags(int writer) throws Exception {
        int accepted = 0;
        for (int attempt = 0; attempt < 10 && accepted < 1; attempt++) {
            Reply read = author.draft("change.counted");
            var tags = read.json().required("tags").deepCopy();
            ((com.fasterxml.jackson.databind.node.ArrayNode) tags).add("writer-" + writer);
            ObjectNode patch = Json.object();
            patch.set("tags", tags);
            int status = author.patch("change.counted", patch.toString(), read.header("ETag"))
                    .status();
            assertThat(status).isIn(200, 412);
            accepted += status == 200 ? 1 : 0;
        }
        return accepted;
    }

    @Test
    void aPatchTakesAwayWhatIsNullAndKeepsWhatIsNotNamed() throws Exception {
        app.domain("change");
        app.api().post("/api/v1/metrics", Bodies.fullMetric("change.patched", "change"));

        Reply patched = author.patch("change.patched", """
                {"notes": null, "calc_type": null, "definition": {"grain": "hour", "filters": null}}""");

        assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
        assertThat(patched.json().has("notes")).isFalse();
        assertThat(patched.text("/calc_type")).isEqualTo("simple");
        assertThat(patched.text("/definition/grain")).isEqualTo("hour");
        assertThat(patched.text("/definition/unit")).isEqualTo("percent");
        assertThat(patched.json().at("/definition/filters")).isEmpty();
        assertThat(patched.text("/targets/0/critical")).isEqualTo("35.125");
    }

    @Test
    void aPatchThatChangesNothingIsNoRevision() throws Exception {
        app.create("change.same", "change");

        Reply same = author.patch("change.same", """
                {"name": "A metric"}""");

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.header("ETag")).isEqualTo("\"r1\"");
    }

    @Test
    void aPatchIsRefusedWithWhatIsWrong() throws Exception {
        app.create("change.refused", "change");

        assertThat(author.patch("change.refused", "{\"nam\": \"x\"}").text("/errors/0/detail"))
                .contains("Did you mean 'name'?");
        assertThat(author.patch("change.refused", "{\"metric_id\": \"other.one\"}")
                        .text("/errors/0/detail"))
                .contains(":rename");
        assertThat(author.patch("change.refused", "{\"name\": null}").text("/errors/0/pointer"))
                .isEqualTo("/name");
        assertThat(author.patch("change.refused", "{\"domain\": \"chang\"}").text("/errors/0/detail"))
                .contains("Did you mean 'change'?");
        assertThat(author.patch("change.refused", "{}", "\"r7\"").status()).isEqualTo(412);
        assertThat(app.api()
                        .send("PATCH", METRICS + "change.refused", "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(428);
    }

    @Test
    void putKeepsAMetricWhetherItIsThereOrNot() throws Exception {
        app.domain("change");
        String body = Bodies.metric("change.put", "change");

        assertThat(put(body, "If-Match", "*").status()).isEqualTo(404);
        Reply made = put(body, "If-None-Match", "*");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/metrics/change.put");
        assertThat(put(body, "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(put(body, "Accept", "*/*").status()).isEqualTo(428);
        Reply replaced = put(body.replace("A metric", "Another"), "If-Match", made.header("ETag"));
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text("/name")).isEqualTo("Another");
        assertThat(put(body, "If-Match", made.header("ETag")).status()).isEqualTo(412);
        assertThat(put(Bodies.metric("change.else", "change"), "If-Match", "*").text("/errors/0/pointer"))
                .isEqualTo("/metric_id");
    }

    @Test
    void whatIsOnlyTriedOutIsNotKept() throws Exception {
        app.create("change.tried", "change");

        Reply tried = app.api()
                .send(
                        "PATCH",
                        METRICS + "change.tried?validate_only=true",
                        "{\"tier\": 1}",
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "*");

        assertThat(tried.text("/tier")).isEqualTo("1");
        assertThat(author.draft("change.tried").text("/tier")).isEqualTo("3");
        assertThat(app.api()
                        .post(METRICS + "change.tried:publish?validate_only=true", "{\"reason\": \"x\"}")
                        .text("/published_version"))
                .isEqualTo("1.0.0");
        assertThat(author.draft("change.tried").text("/status")).isEqualTo("draft");
    }

    @Test
    void aMetricNeedsADomainThatIsThere() throws Exception {
        app.domain("change");

        Reply refused = app.api().post("/api/v1/metrics", Bodies.metric("change.lost", "chamge"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/domain");
        assertThat(refused.text("/errors/0/detail")).contains("Did you mean 'change'?");
    }

    private Reply put(String body, String header, String value) throws Exception {
        return app.api().send("PUT", METRICS + "change.put", body, "Content-Type", "application/json", header, value);
    }

    private static JsonNode original() {
        return json(Bodies.fullMetric("change.projected", "change"));
    }

    private static JsonNode json(String text) {
        return Json.parseOwn(text.getBytes(StandardCharsets.UTF_8));
    }
}
