package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.plinth.ops.bootstrap.Aws;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.Objects;
import dev.plinth.ops.engine.Events;
import dev.plinth.ops.engine.FakeCli;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site's releases against the AWS emulator moto, with a front of its own and without an engine. */
final class SiteIT {
    private static final String BUCKET = "site-123456789012";

    @TempDir
    private Path folder;

    private Moto moto;
    private Cloud cloud;
    private HttpServer front;

    @BeforeEach
    void anEmptyBucketAndAFront() throws IOException, InterruptedException {
        moto = Moto.start(folder.resolve("moto.log"));
        try (var aws = Aws.at(moto.place("eu-central-1"))) {
            aws.s3()
                    .createBucket(request -> request.bucket(BUCKET)
                            .createBucketConfiguration(place -> place.locationConstraint("eu-central-1")));
        }
        cloud = Cloud.open(moto.place("eu-central-1"));
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.start();
        Files.createDirectories(folder.resolve("dist"));
        Files.writeString(folder.resolve("dist/index.html"), "<p>one</p>");
        Files.writeString(folder.resolve("dist/app-3f2a9c1d.js"), "run()");
    }

    @AfterEach
    void theEnd() {
        front.stop(0);
        cloud.close();
        moto.close();
    }

    @Test
    void aFolderBecomesAReleaseThatIsLiveAndChecked() {
        serving("<p>one</p>");
        var desk = desk("{\"version\":\"v1\",\"previous\":[\"v0\"]}");

        assertThat(desk.run("site", "publish", folder + "/dist", "--version", "v1", "--stack", "staging", "--yes"))
                .as(desk.err())
                .isZero();
        assertThat(desk.out())
                .contains("v1 goes live (2 files")
                .endsWith("v1 is live at %s\nback to v0 with: plinth site rollback\n".formatted(address()));
        assertThat(objects().list("").stream().map(Objects.Entry::key))
                .containsExactly("manifests/v1.json", "releases/v1/app-3f2a9c1d.js", "releases/v1/index.html");
        assertThat(desk.stack("staging").project().resolve("Pulumi.staging.yaml"))
                .content()
                .contains("plinth:site:\n    version: \"v1\"");
        try (var aws = Aws.at(moto.place("eu-central-1"))) {
            var script = aws.s3().headObject(r -> r.bucket(BUCKET).key("releases/v1/app-3f2a9c1d.js"));
            assertThat(script.cacheControl()).isEqualTo("public, max-age=31536000, immutable");
            assertThat(script.contentType()).isEqualTo("text/javascript; charset=utf-8");
            var page = aws.s3().headObject(r -> r.bucket(BUCKET).key("releases/v1/index.html"));
            assertThat(page.cacheControl()).isEqualTo("no-cache");
        }
    }

    @Test
    void aReleaseIsNeverWrittenTwice() throws IOException {
        serving("<p>one</p>");
        publish();
        Files.writeString(folder.resolve("dist/index.html"), "<p>two</p>");
        var desk = desk("{\"version\":\"v1\",\"previous\":[]}");

        assertThat(desk.run("site", "publish", folder + "/dist", "--version", "v1", "--stack", "staging", "--yes"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("the release v1 is there already");
        assertThat(objects().read("releases/v1/index.html")).hasValue("<p>one</p>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anInterruptedUploadGoesOnButNotWithOtherFiles() {
        serving("<p>one</p>");
        objects().write("releases/v1/app-3f2a9c1d.js", "stop()".getBytes(StandardCharsets.UTF_8), "text/javascript");
        var desk = desk("{\"version\":\"v1\",\"previous\":[]}");

        assertThat(desk.run("site", "publish", folder + "/dist", "--version", "v1", "--stack", "staging", "--yes"))
                .isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("releases/v1/app-3f2a9c1d.js in the bucket is not what is published");
        assertThat(desk.cli.commands()).doesNotContain("up");

        objects().write("releases/v1/app-3f2a9c1d.js", "run()".getBytes(StandardCharsets.UTF_8), "text/javascript");
        publish();
    }

    @Test
    void aDryRunChangesNothing() {
        var desk = desk("{\"version\":\"none\",\"previous\":[]}");

        assertThat(desk.run("site", "publish", folder + "/dist", "--stack", "staging", "--dry-run"))
                .as(desk.err())
                .isZero();
        assertThat(desk.out()).contains("dry run: nothing was changed");
        assertThat(objects().list("")).isEmpty();
        assertThat(desk.cli.commands()).doesNotContain("up");
    }

    @Test
    void rollbackGoesToTheReleaseBeforeAndChecksIt() throws IOException {
        serving("<p>one</p>");
        publish();
        var desk = desk("{\"version\":\"v2\",\"previous\":[\"v1\"]}");

        assertThat(desk.run("site", "rollback", "--stack", "staging", "--yes", "--json"))
                .as(desk.err())
                .isZero();
        assertThat(new ObjectMapper().readTree(desk.out()).path("checked").asBoolean())
                .isTrue();
        assertThat(desk.stack("staging").project().resolve("Pulumi.staging.yaml"))
                .content()
                .contains("plinth:site:\n    version: \"previous\"");
    }

    @Test
    void aReleaseThatIsNotThereCannotGoLive() {
        var desk = desk("{\"version\":\"v1\",\"previous\":[\"v0\"]}");

        assertThat(desk.run("site", "rollback", "v7", "--stack", "staging", "--yes"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("there is no release v7 in the bucket");
        assertThat(desk.cli.commands()).doesNotContain("up");
    }

    @Test
    void theListMarksWhatIsLiveAndWhatIsNotWhole() {
        serving("<p>one</p>");
        publish();
        objects().write("releases/v2/index.html", new byte[3], "text/html");
        var desk = desk("{\"version\":\"v1\",\"previous\":[]}");

        assertThat(desk.run("site", "list", "--stack", "staging")).isZero();
        assertThat(desk.out().lines())
                .anySatisfy(line -> assertThat(line).startsWith("  *  v1").endsWith("2 files  15 bytes  live"))
                .anySatisfy(line -> assertThat(line).contains("v2").contains("not whole"));
    }

    private void publish() {
        var desk = desk("{\"version\":\"v1\",\"previous\":[]}");
        assertThat(desk.run("site", "publish", folder + "/dist", "--version", "v1", "--stack", "staging", "--yes"))
                .as(desk.err())
                .isZero();
    }

    private Desk desk(String site) {
        var desk = new Desk(folder).inCloud(place -> Cloud.open(moto.place(place.region())));
        desk.cli.withStack("staging").telling("up", Events.summary(""));
        desk.cli.answering(
                "stack output",
                FakeCli.ok(
                        "{\"apiUrl\":\"%s\",\"siteBucket\":\"%s\",\"site\":%s,\"operations\":{\"account\":{\"region\":\"eu-central-1\"}}}"
                                .formatted(address(), BUCKET, site)));
        return desk;
    }

    private void serving(String page) {
        front.createContext("/index.html", exchange -> {
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String address() {
        return "http://127.0.0.1:" + front.getAddress().getPort();
    }

    private Objects objects() {
        return cloud.objects(BUCKET);
    }
}
