package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.ops.cloud.Clients;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.engine.FakeCli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on releases from records in the AWS emulator moto. */
final class ReportIT {
    private static final String BUCKET = "operations-123456789012";
    /** An hour before the first release was live. */
    private static final String COMMITTED = "1795078800";

    @TempDir
    private Path folder;

    private Moto moto;

    @BeforeEach
    void twoReleases() throws IOException, InterruptedException {
        moto = Moto.start(folder.resolve("moto.log"));
        try (var s3 = new Clients(moto.place("us-east-1")).s3()) {
            s3.createBucket(request -> request.bucket(BUCKET));
        }
        put("releases/r1.json", record("r1", "succeeded", "2026-11-19T10:00:00Z"));
        put("releases/r2.json", record("r2", "rolled-back", "2026-11-20T10:00:00Z"));
        put("releases/lock.json", "{\"message\":\"not now\"}");
    }

    @AfterEach
    void theEnd() {
        moto.close();
    }

    @Test
    void theFourMeasuresAreTold() {
        var desk = desk();

        assertThat(desk.run("report", "staging", "--weeks", "2")).as(desk.err()).isZero();
        assertThat(desk.out()).isEqualTo("""
                releases of staging, 2026-11-09 to 2026-11-22
                  deployment frequency  1.0 a week  2 deployments
                  lead time             13 h 0 min  median of 2 commits
                  change failure rate   50 %        1 of 2 deployments
                  time to restore       15 min 0 s  median of 1 failure
                """);
    }

    @Test
    void theMeasuresAreDataAndAPictureToo() throws IOException {
        var desk = desk();
        var picture = folder.resolve("releases.svg");

        assertThat(desk.run("report", "staging", "--json", "--svg", picture.toString()))
                .as(desk.err())
                .isZero();
        var data = new ObjectMapper().readTree(desk.out());
        assertThat(data.path("weeks")).hasSize(12);
        assertThat(data.path("changeFailureRate").asDouble()).isEqualTo(0.5);
        assertThat(data.path("leadTimeSeconds").asLong()).isEqualTo(13 * 3600);
        assertThat(Files.readString(picture)).startsWith("<svg").contains("week of 16 Nov: 2 deployments, 1 failed");
    }

    @Test
    void anIncidentIsOpenedForAReleaseAndClosed() {
        var desk = desk();

        assertThat(desk.run(
                        "report",
                        "incident",
                        "open",
                        "pages are empty",
                        "--release",
                        "r1",
                        "--stack",
                        "staging",
                        "--at",
                        "2026-11-20T12:00:00Z"))
                .as(desk.err())
                .isZero();
        assertThat(desk.run("report", "incident", "close", "--stack", "staging", "--at", "2026-11-20T12:45:00Z"))
                .as(desk.err())
                .isZero();
        assertThat(desk.out()).contains("incident 20261120T120000Z is closed; it lasted 45 min 0 s");

        var after = desk();
        after.run("report", "staging", "--weeks", "1");
        assertThat(after.out())
                .contains("change failure rate   100 %       2 of 2 deployments")
                .contains("time to restore       30 min 0 s  median of 2 failures");
    }

    @Test
    void onlyAnOpenIncidentCanBeClosed() {
        var desk = desk();

        assertThat(desk.run("report", "incident", "close", "--stack", "staging"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("expected the one open incident, found 0");
    }

    private Desk desk() {
        var desk = new Desk(folder)
                .inCloud(place -> Cloud.open(moto.place("us-east-1")))
                .programPrinting("git", 0, COMMITTED);
        desk.cli.withStack("staging");
        desk.cli.answering(
                "stack output",
                FakeCli.ok("{\"operations\":{\"account\":{\"region\":\"us-east-1\"},\"operationsBucket\":\"%s\"}}"
                        .formatted(BUCKET)));
        return desk;
    }

    private void put(String key, String json) {
        try (var cloud = Cloud.open(moto.place("us-east-1"))) {
            cloud.objects(BUCKET).write(key, json.getBytes(StandardCharsets.UTF_8), "application/json");
        }
    }

    private static String record(String id, String outcome, String live) {
        return """
                {"id":"%s","commit":"abc1234","outcome":"%s","ended":"%4$s","steps":[
                  {"step":"shift-10","begun":"%3$s"},{"step":"shift-100","begun":"%3$s","ended":"%3$s"}]}
                """.formatted(id, outcome, live, live.replace("10:00:00", "10:15:00"));
    }
}
