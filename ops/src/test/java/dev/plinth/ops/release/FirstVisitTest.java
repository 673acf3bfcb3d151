package dev.plinth.ops.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.ops.release.Program.Ports;
import dev.plinth.ops.release.StubHttp.Answer;
import org.junit.jupiter.api.Test;

/** What an instance on a copy must answer. */
final class FirstVisitTest {
    @Test
    void somebodySignsUpSignsInAndReads() {
        try (var app = StubHttp.answering(FirstVisitTest::well);
                var visit = visit(app)) {
            assertThat(visit.isReady()).isTrue();
            assertThat(visit.read())
                    .isEqualTo(
                            "it became ready, signed somebody in and answered /api/v1/metrics?limit=1 and /api/v1/domains?limit=1");
            assertThat(app.requests())
                    .containsExactly(
                            "GET /health/ready",
                            "POST /api/v1/auth/register",
                            "POST /api/v1/auth/login",
                            "GET /api/v1/metrics?limit=1",
                            "GET /api/v1/domains?limit=1");
        }
    }

    @Test
    void aReadThatFailsIsTold() {
        try (var app = StubHttp.answering(request ->
                        request.contains("/domains") ? new Answer(500, "{\"code\":\"internal\"}") : well(request));
                var visit = visit(app)) {
            var failed = catchThrowableOfType(StepFailed.class, visit::read);

            assertThat(failed.reason())
                    .endsWith(
                            "on a migrated copy /api/v1/domains?limit=1 answers 500, expected 200: {\"code\":\"internal\"}");
        }
    }

    @Test
    void whatDoesNotAnswerIsNotReady() {
        try (var visit = new FirstVisit(new Ports(1, 1))) {
            assertThat(visit.isReady()).isFalse();
        }
    }

    private static FirstVisit visit(StubHttp app) {
        return new FirstVisit(new Ports(app.port(), app.port()));
    }

    private static Answer well(String request) {
        return request.contains("/register")
                ? new Answer(201, "{}")
                : new Answer(200, request.contains("/login") ? "{\"access_token\":\"t\"}" : "{\"items\":[]}");
    }
}
