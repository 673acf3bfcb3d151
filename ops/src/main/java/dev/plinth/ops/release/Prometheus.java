package dev.plinth.ops.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** A Prometheus server, asked for single figures. */
final class Prometheus {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    /** Prometheus says so of a question that it does not understand. */
    private static final int BAD_REQUEST = 400;

    private static final double MILLIS = 1000;

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();

    /** {@code base} is its address, with the path that it is served under, if any. */
    Prometheus(URI base) {
        this.base = base.getPath().endsWith("/") ? base : URI.create(base + "/");
    }

    /**
     * The figure that an expression has at a moment; nothing when there is none, when it is no number, or when the server does
     * not answer just now. Fails when the server does not understand the question.
     */
    OptionalDouble ask(String expression, Instant at) {
        var query = "api/v1/query?query=%s&time=%s"
                .formatted(
                        URLEncoder.encode(expression, StandardCharsets.UTF_8),
                        String.valueOf(at.toEpochMilli() / MILLIS));
        var request = HttpRequest.newBuilder(base.resolve(query))
                .header("Accept", "application/json")
                .timeout(ANSWER_MAX)
                .build();
        try {
            return figure(expression, client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            // Whoever waits asks again, and judges nothing meanwhile.
            return OptionalDouble.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.interrupted();
        }
    }

    private OptionalDouble figure(String expression, HttpResponse<String> answer) throws IOException {
        var status = answer.statusCode();
        if (status >= BAD_REQUEST && status < 500 && status != 429) {
            throw Failure.failed(
                    "Prometheus at %s refuses a question with status %d".formatted(base, status),
                    answer.body().strip(),
                    "the question: " + expression);
        }
        if (status != 200) {
            return OptionalDouble.empty();
        }
        return figure(Json.mapper().readTree(answer.body()).path("data"));
    }

    /** A scalar is its own result, a vector has one of its own for each series; these questions have one series at most. */
    private static OptionalDouble figure(JsonNode data) {
        var value =
                data.path("resultType").asText().equals("scalar") ? data.at("/result/1") : data.at("/result/0/value/1");
        if (!value.isTextual()) {
            return OptionalDouble.empty();
        }
        // NaN and +Inf are written as Java reads them, but for the sign's word.
        var number = Double.parseDouble(value.asText().replace("Inf", "Infinity"));
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }
}
