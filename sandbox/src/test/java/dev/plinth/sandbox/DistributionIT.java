package dev.plinth.sandbox;

import static dev.plinth.sandbox.RunningCloud.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.EngineClient.Known;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.proxy.Backend;
import dev.plinth.sandbox.proxy.LoadBalancers;
import dev.plinth.sandbox.proxy.ProxyStatus;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CDN really serves the site and the API as its distribution declares. */
final class DistributionIT {
    /** A greeting of TLS 1.1 with one cipher of that time and nothing else: RFC 4346, section 7.4.1.2. */
    private static final String TLS_1_1_HELLO = "160301002d010000290302" + "00".repeat(32) + "000002002f0100";

    private static final Backend API = new Backend("api");

    @TempDir
    private static Path folder = Path.of("");

    private static RunningCloud cloud;
    private static EdgeOfTest edge;
    private static URI site;

    @BeforeAll
    static void declare() throws IOException {
        cloud = new RunningCloud(folder);
        edge = new EdgeOfTest(cloud, "localhost", API.endpoint());
        site = address(edge.distribution());
    }

    @AfterAll
    static void close() {
        cloud.close();
        API.close();
    }

    @Test
    void theSiteIsWhatTheFunctionMakesOfItAndCarriesTheHeadersOfThePolicy() throws Exception {
        try (var visitor = Visitor.from(cloud, "127.0.0.11")) {
            edge.release("none");
            assertThat(visitor.get(site))
                    .returns(404, HttpResponse::statusCode)
                    .returns("no site yet", HttpResponse::body);

            publish("1.0.0", "index.html", "<h1>one</h1>");
            edge.release("1.0.0");

            var page = visitor.get(site);
            assertThat(page.body()).isEqualTo("<h1>one</h1>");
            assertThat(header(page, "content-type")).isEqualTo("text/html");
            assertThat(header(page, "strict-transport-security")).isEqualTo("max-age=63072000; includeSubDomains");
            assertThat(header(page, "x-frame-options")).isEqualTo("DENY");
            assertThat(header(page, "cache-control")).isEqualTo("no-cache");
            assertThat(visitor.get(site.resolve("missing.html")).statusCode()).isEqualTo(404);
            assertThat(visitor.send(HttpRequest.newBuilder(site).PUT(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void longTextsAreCompressedForThoseWhoTakeIt() throws Exception {
        var script = "x".repeat(5_000);
        publish("2.0.0", "app.js", script);
        edge.release("2.0.0");
        try (var visitor = Visitor.from(cloud, "127.0.0.12")) {
            var request = HttpRequest.newBuilder(site.resolve("app.js")).header("Accept-Encoding", "gzip");

            var packed = visitor.client().send(request.build(), BodyHandlers.ofInputStream());

            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            try (var content = new GZIPInputStream(packed.body())) {
                assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(script);
            }
            assertThat(visitor.get(site.resolve("app.js")).body()).isEqualTo(script);
        }
    }

    @Test
    void theReplicaAnswersWhenTheBucketDoesNot() throws Exception {
        publish("3.0.0", "index.html", "<h1>three</h1>");
        edge.release("3.0.0");
        var objects = folder.resolve("buckets").resolve(EdgeOfTest.BUCKET).resolve("objects");
        var away = objects.resolveSibling("away");
        Files.move(objects, away);
        try (var visitor = Visitor.from(cloud, "127.0.0.13")) {
            assertThat(visitor.get(site).body()).isEqualTo("<h1>three</h1>");
        } finally {
            Files.move(away, objects);
        }
    }

    @Test
    void theApiIsReachedThroughItsInternalLoadBalancerWithTheHostThatTheClientAskedFor() throws Exception {
        try (var visitor = Visitor.from(cloud, "127.0.0.14")) {
            var answer = visitor.eventually(site.resolve("api/things?limit=5"));

            assertThat(answer.body()).isEqualTo("api");
            assertThat(API.lastHeaders())
                    .containsEntry("Host", site.getAuthority())
                    .containsEntry("X-forwarded-for", "127.0.0.14, 127.0.0.1");
            assertThat(API.lastHeaders().get("Via")).endsWith("cloudfront.net (CloudFront)");
            var plain = URI.create("http://localhost:%d/api/x".formatted(status().port("http")));
            var redirect = visitor.get(plain);
            assertThat(redirect.statusCode()).isEqualTo(301);
            assertThat(header(redirect, "Location")).isEqualTo("https://" + site.getAuthority() + "/api/x");
        }
    }

    @Test
    void aLoadBalancerIsBelievedWhenItsCertificateIsForTheDomain(@TempDir Path other) throws Exception {
        try (var named = new RunningCloud(other);
                var visitor = Visitor.from(named, "127.0.0.15")) {
            var api = new EdgeOfTest(named, "www.example.com", API.endpoint());
            var address = address(api.distribution("www.example.com"));
            assertThat(visitor.eventually(address.resolve("api/things")).body()).isEqualTo("api");

            api.certify("api.example.com");

            // A connection that is open is not asked again for its certificate.
            assertThat(visitor.get(address.resolve("api/things")).statusCode()).isEqualTo(502);
        }
    }

    @Test
    void aClientThatAsksTooOftenIsStoppedAndNoOther() throws Exception {
        var things = site.resolve("api/things");
        try (var eager = Visitor.from(cloud, "127.0.0.16");
                var other = Visitor.from(cloud, "127.0.0.17")) {
            other.eventually(things);
            var statuses = new ArrayList<Integer>();
            for (int request = 0; request < EdgeOfTest.LIMIT; request++) {
                statuses.add(eager.get(things).statusCode());
            }

            var stopped = eager.get(things);

            assertThat(statuses).containsOnly(200);
            assertThat(stopped.statusCode()).isEqualTo(429);
            assertThat(stopped.body()).isEqualTo("{\"status\":429}");
            assertThat(header(stopped, "Retry-After")).isEqualTo("60");
            assertThat(eager.get(site).statusCode()).isNotEqualTo(429);
            assertThat(other.get(things).statusCode()).isEqualTo(200);
            assertThat(status().firewall()).containsEntry("rate-api", 1L);
        }
    }

    @Test
    void aReleaseGoesLiveWithoutLosingARequest() throws Exception {
        publish("4", "index.html", "four");
        publish("5", "index.html", "five");
        edge.release("4");
        var running = new AtomicBoolean(true);
        var bodies = new ConcurrentLinkedQueue<String>();
        try (var visitor = Visitor.from(cloud, "127.0.0.18")) {
            var caller = Thread.ofVirtual().start(() -> {
                while (running.get()) {
                    bodies.add(body(visitor));
                }
            });
            for (var version : new String[] {"5", "4", "5"}) {
                edge.release(version);
                assertThat(body(visitor)).isEqualTo(version.equals("4") ? "four" : "five");
                Pause.of(Duration.ofMillis(50));
            }
            running.set(false);
            caller.join();
        }

        assertThat(bodies).contains("four", "five").containsOnly("four", "five");
    }

    @Test
    void tlsOneOneIsRefused() throws Exception {
        try (var socket = new Socket("localhost", site.getPort())) {
            socket.getOutputStream().write(HexFormat.of().parseHex(TLS_1_1_HELLO));

            byte[] alert = socket.getInputStream().readNBytes(7);

            // Alert, fatal, protocol version: RFC 8446, section 6.
            assertThat(alert).startsWith(21).endsWith(2, 70);
        }
    }

    private static URI address(Known distribution) {
        return URI.create(
                "https://%s/".formatted(outputs(distribution).text("domainName").orElseThrow()));
    }

    private static void publish(String version, String name, String content) throws IOException {
        var file = folder.resolve("buckets/%s/objects/releases/%s/%s".formatted(EdgeOfTest.BUCKET, version, name));
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content);
    }

    private static ProxyStatus status() {
        return new LoadBalancers(cloud.cloud().overview().machines())
                .status("edge")
                .orElseThrow();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String body(Visitor visitor) {
        try {
            return visitor.get(site).body();
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }
}
