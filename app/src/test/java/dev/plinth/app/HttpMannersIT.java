package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the API behaves towards all clients, whatever they ask for. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpMannersIT {
    private static final String ORIGIN = "https://catalogue.example.com";

    private final RunningApp app;

    HttpMannersIT(Servers servers) throws SQLException {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_CORS_ORIGINS", "http://localhost:3000," + ORIGIN);
        app = new RunningApp(environment);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void everyAnswerForbidsWhatABrowserShouldNotDoWithIt() throws Exception {
        for (String path : new String[] {"/api/v1/version", "/nowhere"}) {
            Reply reply = app.anonymous().get(path);

            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(reply.header("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void behindTlsBrowsersAreToldToStayWithIt() throws Exception {
        Reply reply = app.anonymous().send("GET", "/api/v1/version", "", "X-Forwarded-Proto", "https");

        assertThat(reply.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void whatMayBeKeptIsSaidOfEachAnswer() throws Exception {
        Reply open = app.anonymous().get("/api/v1/version");
        Reply guarded = app.api().get("/api/v1/domains");
        Reply made = app.api().post("/api/v1/domains", Bodies.domain("fresh"));
        Reply refused = app.api().get("/api/v1/domains/none");

        assertThat(open.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(open.header("Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(guarded.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(guarded.header("Vary")).isEqualTo("Authorization, Accept, Accept-Encoding");
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void optionsTellWhichMethodsThereAre() throws Exception {
        Reply options = app.anonymous().send("OPTIONS", "/api/v1/domains", "");
        Reply refused = app.anonymous().send("PATCH", "/api/v1/version", "");

        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "Application/JSON",
                "application/json; charset=\"utf-8\"",
            })
    void everyWayToSayJsonIsUnderstood(String contentType) throws Exception {
        Reply reply = app.api()
                .send(
                        "POST",
                        "/api/v1/domains?validate_only=true",
                        Bodies.domain("spelled"),
                        "Content-Type",
                        contentType);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=latin1", "text/json", "application/xml"})
    void anotherMediaTypeIsRefused(String contentType) throws Exception {
        Reply reply = app.api()
                .send(
                        "POST",
                        "/api/v1/domains?validate_only=true",
                        Bodies.domain("spelled"),
                        "Content-Type",
                        contentType);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/metrics, /api/v1/metrics",
        "/api/metrics?tier=1&limit=2, /api/v1/metrics?tier=1&limit=2",
        "/api/metrics/finance.net-revenue, /api/v1/metrics/finance.net-revenue",
        "/api/domains/finance, /api/v1/domains/finance",
    })
    void addressesOfTheOldProductLeadToTheNewOnes(String old, String now) throws Exception {
        Reply reply = app.anonymous().get(old);

        assertThat(reply.status()).isEqualTo(308);
        assertThat(reply.header("Location")).isEqualTo(now);
        assertThat(reply.header("Link"))
                .isEqualTo("<%s>; rel=\"successor-version\"".formatted(now.replaceAll("\\?.*", "")));
        long since = Long.parseLong(reply.header("Deprecation").substring(1));
        var until = ZonedDateTime.parse(reply.header("Sunset"), DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(until.toEpochSecond() - since).isGreaterThan(180L * 24 * 3600);
    }

    @Test
    void whoStillUsesOldAddressesIsCounted() throws Exception {
        app.anonymous().send("POST", "/api/objectives", "{}");
        app.anonymous().send("GET", "/api/objectives", "", "Authorization", "Bearer guess");

        assertThat(app.admin().get("/metrics").body())
                .contains("mdl_deprecated_requests_total{client=\"nobody\",route=\"/api/objectives\"} 1.0")
                .contains("mdl_deprecated_requests_total{client=\"unknown\",route=\"/api/objectives\"} 1.0");
    }

    @Test
    void pagesOfAListedOriginMayCallTheApi() throws Exception {
        Reply preflight = app.anonymous()
                .send(
                        "OPTIONS",
                        "/api/v1/metrics",
                        "",
                        "Origin",
                        ORIGIN,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "idempotency-key");
        Reply call = app.anonymous().send("GET", "/api/v1/version", "", "Origin", ORIGIN);
        Reply refused = app.anonymous().send("GET", "/api/v1/metrics", "", "Origin", ORIGIN);

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Idempotency-Key", "Authorization");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(call.header("Access-Control-Expose-Headers")).contains("ETag");
        assertThat(call.headers().allValues("Vary")).contains("Origin");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    }

    @Test
    void pagesOfOtherOriginsMayNot() throws Exception {
        Reply preflight = app.anonymous()
                .send(
                        "OPTIONS",
                        "/api/v1/version",
                        "",
                        "Origin",
                        "https://evil.example.com",
                        "Access-Control-Request-Method",
                        "GET");
        Reply call = app.anonymous().send("GET", "/api/v1/version", "", "Origin", "https://evil.example.com");

        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(call.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(call.headers().allValues("Vary")).contains("Origin");
    }
}
