package dev.plinth.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import io.helidon.http.Status;
import java.util.List;

/** An error as RFC 9457 puts it, with a stable code, whether to try again, and every fault found. */
public record Problem(ProblemType type, Status status, String detail, List<Violation> violations) {
    static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        violations = List.copyOf(violations);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, type.status(), detail, List.of());
    }

    /** At least one fault is needed. */
    public static Problem of(ProblemType type, List<Violation> violations) {
        Violation first = violations.getFirst();
        String detail = violations.size() == 1
                ? "'%s' %s".formatted(first.location(), first.detail())
                : "%d faults were found; 'errors' lists them.".formatted(violations.size());
        return new Problem(type, type.status(), detail, violations);
    }

    byte[] json(String path, String requestId) {
        return Json.bytes(
                node().put("instance", path).put("request_id", requestId).put("trace_id", TraceId.current()));
    }

    /** Without what tells which request it was, to stand in an answer about several things. */
    public ObjectNode node() {
        ObjectNode node = Json.object()
                .put("type", type.uri())
                .put("title", type.title())
                .put("status", status.code())
                .put("detail", detail)
                .put("code", type.code())
                .put("retryable", type.isRetryable());
        if (!violations.isEmpty()) {
            ArrayNode errors = node.putArray("errors");
            for (Violation violation : violations) {
                errors.addObject()
                        .put(violation.place().field(), violation.location())
                        .put("code", violation.code())
                        .put("detail", violation.detail());
            }
        }
        return node;
    }
}
