package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProblemsIT {
    private static final String METRICS = "/api/v1/metrics";

    private final RunningApp app;

    ProblemsIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, unknown_route",
        "GET, /api/v1, 404, unknown_route",
        "GET, /api/v1/metrics/no.such-metric, 404, not_found",
        "GET, /api/v1/metrics/NOT-AN-ID, 404, not_found",
        "GET, /api/v1/metrics/a%00c, 404, not_found",
        "GET, /api/v1/metrics/a%2fb, 404, unknown_route",
        "DELETE, /api/v1/metrics, 405, method_not_allowed",
        "POST, /api/v1/metrics/some.metric, 405, method_not_allowed",
        "POST, /, 405, method_not_allowed",
        "POST, /api/v1/metrics, 415, unsupported_media_type",
        "GET, /api/v1/metrics?limit=0, 400, invalid_request",
        "GET, /api/v1/metrics?limit=-1, 400, invalid_request",
        "GET, /api/v1/metrics?limit=many, 400, invalid_request",
        "GET, /api/v1/metrics?limit=1&limit=2, 400, invalid_request",
        "GET, /api/v1/metrics?cursor=forged, 400, invalid_request",
        "GET, /api/v1/metrics?cursor=%20, 400, invalid_request",
        "GET, /api/v1/metrics?tier=4, 400, invalid_request",
        "GET, /api/v1/metrics?metric_type=big, 400, invalid_request",
        "GET, /api/v1/metrics?domain=%27%20or%201=1, 400, invalid_request",
        "GET, /api/v1/metrics/some.metric?x=1, 400, invalid_request",
        "GET, /api/v1/version?x=1, 400, invalid_request",
    })
    void everyRefusalIsAProblem(String method, String path, int status, String code) throws Exception {
        Reply reply = app.api().send(method, path, "");

        assertProblem(reply, status, code);
        assertThat(reply.text("/instance")).isEqualTo(path.replaceFirst("\\?.*", ""));
    }

    @Test
    void aHeadRequestThatIsRefusedHasNoBody() throws Exception {
        Reply reply = app.api().send("HEAD", METRICS + "/no.such", "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void aMisspeltParameterIsRecognised() throws Exception {
        Reply reply = app.api().get(METRICS + "?domian=finance");

        assertThat(reply.text("/detail"))
                .startsWith("'domian' is not known here; known are view, domain, domain_tree, tier, metric_type, ")
                .endsWith(", sort, facets, fields, limit, cursor. Did you mean 'domain'?");
        assertThat(reply.text("/errors/0/code")).isEqualTo("unknown_parameter");
    }

    @Test
    void aMethodThatIsNotAllowedIsToldWhichAre() throws Exception {
        assertThat(app.api().send("PATCH", METRICS, "").header("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(app.api().send("POST", METRICS + "/a.b", "").header("Allow")).startsWith("GET, HEAD, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml;q=0.9", "application/problem+json"})
    void whatIsNotAcceptableIsRefused(String accept) throws Exception {
        assertProblem(app.api().send("GET", METRICS, "", "Accept", accept), 406, "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/json; charset=latin1", "application/merge-patch+json", "nonsense"})
    void aBodyOfAnotherMediaTypeIsRefused(String type) throws Exception {
        Reply reply = app.api().send("POST", METRICS, Bodies.metric("a.b", "c"), "Content-Type", type);

        assertThat(reply.status()).as(reply.toString()).isIn(400, 415);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{} {}",
                "{\"name\": 'x'}",
                "{\"a\": 1, \"a\": 2}",
                "\0",
                "\0\0{\0"
            })
    void whatIsNotOneJsonObjectIsRefused(String body) throws Exception {
        Reply reply = app.api().post(METRICS, body);

        assertProblem(reply, 400, "malformed_body");
        assertThat(reply.text("/detail")).doesNotContain("Source", "jackson", "Constraints");
    }

    @Test
    void aBodyNestedTooDeeplyIsRefused() throws Exception {
        Reply reply = app.api().post(METRICS, "{\"a\":".repeat(100_000));

        assertProblem(reply, 400, "malformed_body");
        assertThat(reply.text("/detail")).contains("nested too deeply");
    }

    @Test
    void allFaultsOfABodyAreToldAtOnce() throws Exception {
        Reply reply = app.api().post(METRICS, """
                        {"metric_idd": "x", "name": " ", "description": "with a \\u0000", "domain": "Finance",
                         "tier": 4, "metric_type": "laging", "calc_type": 7, "tags": ["ok", "ok", 1],
                         "definition": {"unit": "EUR", "a/b": 1, "expressions": [{"dialect": "sql"}, "text"]}}
                        """);

        assertProblem(reply, 400, "invalid_request");
        assertThat(reply.texts("/errors", "pointer"))
                .containsExactlyInAnyOrder(
                        "/metric_id",
                        "/metric_idd",
                        "/name",
                        "/description",
                        "/domain",
                        "/tier",
                        "/metric_type",
                        "/calc_type",
                        "/tags/2",
                        "/definition/a~1b",
                        "/definition/expressions/0/dialect",
                        "/definition/expressions/0/expression",
                        "/definition/expressions/1");
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.header("X-Request-Id")).isEqualTo(reply.text("/request_id"));
        assertThat(reply.text("/status")).isEqualTo(String.valueOf(status));
        assertThat(reply.text("/code")).isEqualTo(code);
        assertThat(reply.text("/type")).isEqualTo("/problems/" + code.replace('_', '-'));
        assertThat(reply.text("/title")).isNotEmpty();
        assertThat(reply.text("/detail")).isNotEmpty();
        assertThat(reply.json().at("/retryable").isBoolean()).isTrue();
    }
}
