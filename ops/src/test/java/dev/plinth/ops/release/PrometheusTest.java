package dev.plinth.ops.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ops.Failure;
import dev.plinth.ops.release.StubHttp.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read from Prometheus, and what is made of its silence; answers are of the shape that its HTTP API has. */
final class PrometheusTest {
    private static final Instant END = Instant.parse("2026-11-21T12:05:00Z");
    private static final Instant BEGIN = END.minusSeconds(300);

    /** It had to answer two requests itself. */
    private static final TrafficCounts BALANCER = (colour, from, to) -> new Counts(500, 9, 2, Optional.empty());

    private static final String NOTHING = """
            {"status":"success","data":{"resultType":"vector","result":[]}}""";

    @Test
    void requestsErrorsRefusalsAndLatencyOfOneColourAreCounted() {
        try (var server = StubHttp.answering(PrometheusTest::busy)) {
            var counts = counts(server);

            assertThat(counts).isEqualTo(new Counts(1200, 6, 5, Optional.of(Duration.ofMillis(187))));
            assertThat(server.requests())
                    .hasSize(4)
                    .allMatch(request -> request.startsWith("GET /api/v1/query?query="))
                    .allMatch(request -> request.contains("and on (instance) mdl_build_info{colour=\"green\"}"))
                    .allMatch(request -> request.contains("[300s]"))
                    .allMatch(request -> request.endsWith("&time=1.7952627E9"));
        }
    }

    @Test
    void whereNothingWasScrapedThereWereNoRequestsAndTheGateSaysSo() {
        try (var server = StubHttp.answering(request -> new Answer(200, NOTHING))) {
            var counts = counts(server);

            assertThat(counts).isEqualTo(new Counts(0, 0, 2, Optional.empty()));
            assertThat(new Gates(Scene.TERMS.limits()).judge(10, counts))
                    .singleElement()
                    .satisfies(gate -> assertThat(gate.passed()).isFalse())
                    .extracting(Measured::text)
                    .isEqualTo("0 requests, too few to judge (needs 10)");
        }
    }

    @Test
    void aPercentileOfNothingIsNoPercentile() {
        try (var server = StubHttp.answering(request -> new Answer(200, vector("NaN")))) {
            assertThat(counts(server).slow()).isEmpty();
        }
        try (var server = StubHttp.answering(request -> new Answer(200, vector("+Inf")))) {
            assertThat(counts(server).slow()).isEmpty();
        }
    }

    @Test
    void aServerThatFailsOrDoesNotAnswerTellsNothing() {
        try (var server = StubHttp.answering(request -> new Answer(503, ""))) {
            assertThat(counts(server).requests()).isZero();
        }
        var nobody = new PrometheusCounts(new Prometheus(URI.create("http://127.0.0.1:1")), BALANCER);
        assertThat(nobody.of(Colour.GREEN, BEGIN, END).requests()).isZero();
    }

    @Test
    void aQuestionThatIsNotUnderstoodIsTold() {
        var refusal = """
                {"status":"error","errorType":"bad_data","error":"invalid parameter \\"query\\": 1:5: parse error"}""";
        try (var server = StubHttp.answering(request -> new Answer(400, refusal))) {
            assertThatThrownBy(() -> counts(server))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("refuses a question with status 400");
        }
    }

    @Test
    void aPathBeforeTheApiIsKept() {
        try (var server = StubHttp.answering(request -> new Answer(200, NOTHING))) {
            new Prometheus(server.address().resolve("/prometheus")).ask("up", END);

            assertThat(server.requests()).singleElement().asString().startsWith("GET /prometheus/api/v1/query?");
        }
    }

    private static Answer busy(String request) {
        if (request.contains("histogram_quantile(0.95")) {
            return new Answer(200, vector("0.1874"));
        } else if (request.contains("mdl_http_rejected_total{reason=\"overloaded\"}")) {
            return new Answer(200, vector("3"));
        }
        return new Answer(200, vector(request.contains("http_response_status_code=~\"5..\"") ? "5.8" : "1200.4"));
    }

    private static String vector(String value) {
        return """
                {"status":"success","data":{"resultType":"vector","result":[
                  {"metric":{},"value":[1795262700,"%s"]}]}}""".formatted(value);
    }

    private static Counts counts(StubHttp server) {
        return new PrometheusCounts(new Prometheus(server.address()), BALANCER).of(Colour.GREEN, BEGIN, END);
    }
}
