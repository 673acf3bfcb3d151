package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.formats.Contents;
import dev.plinth.app.formats.RecordFormat;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import dev.plinth.app.values.Names;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TransferIT {
    private static final String IMPORTS = "/api/v1/imports";
    private static final String EXPORTS = "/api/v1/exports?format=";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> OVER = Set.of("succeeded", "failed", "cancelled");

    private final RunningApp app;

    TransferIT(Servers servers) throws Exception {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void whatIsExportedIsImportedAndExportedAgainToTheSameBytes(Servers servers) throws Exception {
        try (var source = new RunningApp(servers.environment())) {
            source.domain("made");
            Reply filled = imported(source.api(), RecordFormat.NDJSON, "", lines(120));
            assertThat(filled.text("/progress/created")).as(filled.body()).isEqualTo("120");
            for (RecordFormat format : RecordFormat.values()) {
                try (var target = new RunningApp(servers.environment())) {
                    target.domain("made");
                    String file = exported(source.api(), format);

                    Reply copied = imported(target.api(), format, "", file);

                    assertThat(copied.text("/progress/created"))
                            .as(copied.body())
                            .isEqualTo("120");
                    assertThat(exported(target.api(), format)).isEqualTo(file);
                    assertThat(exported(source.api(), format)).isEqualTo(file);
                }
            }
        }
    }

    @Test
    void anImportReportsEachRecordWithItsLine() throws Exception {
        app.domain("report");
        app.create("report.there", "report");
        String file = String.join(
                "\n",
                List.of(
                        Bodies.metric("report.one", "report").replace("\n", " "),
                        "{broken",
                        Bodies.metric("report.there", "report").replace("\n", " "),
                        Bodies.metric("report.one", "report").replace("\n", " "),
                        Bodies.metric("report.bad", "report").replace("\n", " ").replace("lagging", "late"),
                        Bodies.metric("report.lost", "nowhere").replace("\n", " ")));

        Reply done = imported(app.api(), RecordFormat.NDJSON, "", file);

        assertThat(done.text("/state")).isEqualTo("succeeded");
        assertThat(done.json().path("progress").toString())
                .isEqualTo("{\"records\":6,\"created\":1,\"updated\":0,\"unchanged\":0,\"failed\":5}");
        assertThat(done.texts("/errors", "line")).containsExactly("2", "3", "4", "5", "6");
        assertThat(done.texts("/errors", "code"))
                .containsExactly("malformed", "already_exists", "repeated", "invalid_value", "invalid_value");
        assertThat(done.text("/errors/3/pointer")).isEqualTo("/metric_type");
        assertThat(done.text("/errors/4/metric_id")).isEqualTo("report.lost");
        assertThat(app.api().get("/api/v1/metrics/report.one").status()).isEqualTo(200);
    }

    @Test
    void anUpsertTellsWhatChangedFromWhatDidNot() throws Exception {
        app.domain("upsert");
        app.create("upsert.same", "upsert");
        app.create("upsert.other", "upsert");
        String file = "[%s, %s, %s]"
                .formatted(
                        Bodies.metric("upsert.same", "upsert"),
                        Bodies.fullMetric("upsert.other", "upsert"),
                        Bodies.metric("upsert.new", "upsert"));

        Reply done = imported(app.api(), RecordFormat.JSON, "?mode=upsert", file);

        assertThat(done.json().path("progress").toString())
                .isEqualTo("{\"records\":3,\"created\":1,\"updated\":1,\"unchanged\":1,\"failed\":0}");
        assertThat(app.api().get("/api/v1/metrics/upsert.same").text("/revision"))
                .isEqualTo("1");
        assertThat(app.api().get("/api/v1/metrics/upsert.other").text("/tier")).isEqualTo("1");
    }

    @Test
    void aTrialFindsTheFaultsAndChangesNothing() throws Exception {
        app.domain("trial");
        String file = "[%s, {}]".formatted(Bodies.metric("trial.one", "trial"));

        Reply done = imported(app.api(), RecordFormat.JSON, "?validate_only=true", file);

        assertThat(done.text("/progress/created")).isEqualTo("1");
        assertThat(done.text("/progress/failed")).isEqualTo("1");
        assertThat(app.api().get("/api/v1/metrics/trial.one").status()).isEqualTo(404);
    }

    @Test
    void aFileThatBreaksOffFailsAndKeepsWhatCameBefore() throws Exception {
        app.domain("cut");
        String file = "{\"metrics\": [%s, {\"metric_id\"".formatted(Bodies.metric("cut.one", "cut"));

        Reply done = imported(app.api(), RecordFormat.JSON, "", file);

        assertThat(done.text("/state")).isEqualTo("failed");
        assertThat(done.text("/failure")).contains("could not be read to its end");
        assertThat(app.api().get("/api/v1/metrics/cut.one").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotAFileOfMetricsIsRefusedAtOnce() throws Exception {
        Reply reply = app.api().send("POST", IMPORTS, "<x/>", "Content-Type", "application/xml");

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.text("/errors/0/header")).isEqualTo("Content-Type");
        assertThat(app.api()
                        .send("POST", IMPORTS, "x", "Content-Type", "text/csv; charset=utf-16")
                        .status())
                .isEqualTo(415);
        assertThat(app.api()
                        .send("POST", IMPORTS + "?mode=merge", "x", "Content-Type", "text/csv")
                        .status())
                .isEqualTo(400);
        assertThat(app.as(Role.VIEWER)
                        .send("POST", IMPORTS, "x", "Content-Type", "text/csv")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aLongFileIsTakenInAndATooLongOneIsNot() throws Exception {
        app.domain("long");
        String line = Bodies.metric("long.same", "long").replace("\n", " ") + "\n";
        Reply done = imported(app.api(), RecordFormat.NDJSON, "?validate_only=true", line + "\n".repeat(3 << 20));

        assertThat(done.text("/progress/records")).isEqualTo("1");
        assertThat(done.text("/bytes")).isEqualTo(Integer.toString(line.length() + (3 << 20)));
        assertThat(statusOfAnnounced((50 << 20) + 1)).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
    }

    /** What a client is told that says how long its file will be, before it sends any of it. */
    private String statusOfAnnounced(int bytes) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), app.apiPort())) {
            socket.getOutputStream()
                    .write("""
                            POST /api/v1/imports HTTP/1.1\r
                            Host: localhost\r
                            Authorization: %s\r
                            Content-Type: text/csv\r
                            Content-Length: %d\r
                            \r
                            """.formatted(app.api().authorization(), bytes).getBytes(StandardCharsets.US_ASCII));
            var reader = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            return new BufferedReader(reader).readLine();
        }
    }

    @Test
    void operationsAreTheirCallersOwn() throws Exception {
        app.domain("own");
        Reply mine = imported(
                app.as(Role.REVIEWER), RecordFormat.JSON, "", "[%s]".formatted(Bodies.metric("own.one", "own")));
        String path = "/api/v1/operations/" + mine.text("/operation_id");

        assertThat(mine.text("/progress/created")).as(mine.body()).isEqualTo("1");
        assertThat(app.as(Role.EDITOR).get(path).status()).isEqualTo(404);
        assertThat(app.api().get(path).status()).isEqualTo(200);
        assertThat(app.anonymous().get(path).status()).isEqualTo(401);
        assertThat(app.api().get("/api/v1/operations/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(app.api().get("/api/v1/operations/none").status()).isEqualTo(404);
        assertThat(app.api().get(path.replace("/operations/0", "/operations/")).status())
                .as("the same number, written shorter")
                .isEqualTo(404);
        assertThat(app.as(Role.EDITOR).post(path + ":cancel", "").status()).isEqualTo(404);
        assertThat(app.api().post(path + ":cancel", "").status()).isEqualTo(403);
        assertThat(app.as(Role.REVIEWER).post(path + ":cancel", "").text("/code"))
                .isEqualTo("wrong_state");
    }

    @Test
    void rightsOfTheCallerHoldInTheImport() throws Exception {
        app.domain("rights");

        Reply done = imported(
                app.as(Role.EDITOR), RecordFormat.JSON, "", "[%s]".formatted(Bodies.metric("rights.one", "rights")));

        assertThat(done.text("/errors/0/code")).isEqualTo("forbidden");
    }

    @Test
    void anImportThatIsCancelledStops() throws Exception {
        app.domain("stopped");
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < 5_000; index++) {
            lines.add(Bodies.metric("stopped.m" + index, "stopped").replace("\n", " "));
        }
        Reply ordered = app.api()
                .send("POST", IMPORTS, String.join("\n", lines), "Content-Type", RecordFormat.NDJSON.mediaType());
        String path = ordered.header("Location");

        Reply cancelled = app.api().post(path + ":cancel", "");

        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        Reply done = finished(app.api(), path);
        assertThat(done.text("/state")).isEqualTo("cancelled");
        assertThat(done.json().at("/progress/records").intValue()).isLessThan(5_000);
        assertThat(app.api().post(path + ":cancel", "").status()).isEqualTo(200);
    }

    @Test
    void anImportWhoseInstanceDiedIsTakenOverWhereItStopped(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        var database = Jdbi.create(
                environment.getOrDefault("MDL_DATABASE_URL", ""),
                environment.getOrDefault("MDL_DATABASE_USER", ""),
                environment.getOrDefault("MDL_DATABASE_PASSWORD", ""));
        try (var own = new RunningApp(environment)) {
            own.domain("taken");
            String line = Bodies.metric("taken.one", "taken").replace("\n", " ");
            Reply first = imported(own.api(), RecordFormat.NDJSON, "", line);
            String uid = first.text("/operation_id");

            // As an instance leaves it that dies after the first of two records.
            database.useHandle(handle -> {
                handle.execute(
                        "insert into import_piece select uid, 0, ? from import",
                        (line + "\n" + line.replace("taken.one", "taken.two")).getBytes(StandardCharsets.UTF_8));
                handle.execute("update import set state = 'running', worker = 'gone', finished_at = null,"
                        + " leased_until = now() - interval '1 second'");
            });

            Reply done = finished(own.api(), "/api/v1/operations/" + uid);
            assertThat(done.text("/state")).isEqualTo("succeeded");
            assertThat(done.json().path("progress").toString())
                    .isEqualTo("{\"records\":2,\"created\":2,\"updated\":0,\"unchanged\":0,\"failed\":0}");

            // One that kills whoever works on it is given up.
            database.useHandle(handle -> handle.execute("update import set state = 'running', worker = 'gone',"
                    + " finished_at = null, attempts = 5, leased_until = now() - interval '1 second'"));
            Reply lost = finished(own.api(), "/api/v1/operations/" + uid);
            assertThat(lost.text("/state")).isEqualTo("failed");
            assertThat(lost.text("/failure")).contains("begun 5 times");
            int pieces = database.withHandle(handle -> handle.createQuery("select count(*) from import_piece")
                    .mapTo(Integer.class)
                    .one());
            assertThat(pieces).isZero();
        }
    }

    @Test
    void exportsHoldTheFiltersAndHideDrafts() throws Exception {
        app.domain("drafts");
        app.create("drafts.one", "drafts");

        String csv = app.api().get(EXPORTS + "csv&domain=drafts").body();

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).startsWith("metric_id,name,description,domain,tier,");
        assertThat(app.as(Role.VIEWER).get(EXPORTS + "csv&domain=drafts").body().lines())
                .hasSize(1);
        assertThat(app.as(Role.VIEWER).get(EXPORTS + "csv&view=draft").status()).isEqualTo(403);
        assertThat(app.api().get(EXPORTS + "xml").status()).isEqualTo(400);
        assertThat(app.api().get("/api/v1/exports?domain=drafts").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"metrics.json\"");
    }

    private static String lines(int count) {
        var contents = new Contents(7);
        var lines = new StringBuilder();
        for (int index = 0; index < count; index++) {
            lines.append(contents.next("made.m" + index, "made")).append('\n');
        }
        return lines.toString();
    }

    private static String exported(Client client, RecordFormat format) throws Exception {
        Reply reply = client.get(EXPORTS + Names.of(format));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith(format.mediaType());
        return reply.body();
    }

    private static Reply imported(Client client, RecordFormat format, String query, String file) throws Exception {
        Reply ordered = client.send("POST", IMPORTS + query, file, "Content-Type", format.mediaType());
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
        return finished(client, ordered.header("Location"));
    }

    private static Reply finished(Client client, String path) throws Exception {
        Eventually.becomes(true, PATIENCE, () -> OVER.contains(client.get(path).text("/state")));
        return client.get(path);
    }
}
