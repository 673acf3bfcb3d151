package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TraceIdsIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final RunningApp app;

    TraceIdsIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void everyAnswerNamesATraceOfItsOwn() throws Exception {
        String one = app.api().get("/api/v1/version").header("X-Trace-Id");
        String other = app.api().get("/api/v1/version").header("X-Trace-Id");

        assertThat(one).matches("[0-9a-f]{32}").isNotEqualTo(other).isNotEqualTo("0".repeat(32));
    }

    @Test
    void aRequestOfAClientsTraceStaysInIt() throws Exception {
        Reply reply =
                app.api().send("GET", "/nowhere", "", "traceparent", "00-%s-b7ad6b7169203331-01".formatted(TRACE));

        assertThat(reply.header("X-Trace-Id")).isEqualTo(TRACE);
        assertThat(reply.text("/trace_id")).isEqualTo(TRACE);
    }

    @Test
    void aTraceThatIsNoneIsNotTakenOver() throws Exception {
        for (String parent : new String[] {
            "", "00-" + "0".repeat(32) + "-b7ad6b7169203331-01", "00-" + TRACE + "-x-01", "\"; drop table metric"
        }) {
            Reply reply = app.api().send("GET", "/nowhere", "", "traceparent", parent);

            assertThat(reply.header("X-Trace-Id"))
                    .as(parent)
                    .matches("[0-9a-f]{32}")
                    .isNotEqualTo(TRACE)
                    .isEqualTo(reply.text("/trace_id"));
        }
    }

    @Test
    void whatIsNoProperRequestNamesATraceToo() throws Exception {
        Reply refused = app.api().send("GET", "/api/v1/version?" + "x".repeat(20_000), "");
        Reply next = app.api().get("/nowhere");

        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(refused.header("X-Trace-Id")).matches("[0-9a-f]{32}").isEqualTo(refused.text("/trace_id"));
        assertThat(next.header("X-Trace-Id"))
                .isEqualTo(next.text("/trace_id"))
                .isNotEqualTo(refused.header("X-Trace-Id"));
    }
}
