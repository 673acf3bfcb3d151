package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsumersIT {
    private static final String METRICS = "/api/v1/metrics/";
    private static final Duration TIME = Duration.ofSeconds(30);

    private final RunningApp app;

    ConsumersIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void keepsWhoUsesAMetric() throws Exception {
        published("used.a");

        Reply made = app.api().post(METRICS + "used.a/consumers", """
                {"kind": "dashboard", "name": "Board weekly", "version": "1.0.0", "contact": "Finance analytics"}""");

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.text("/version")).isEqualTo("1.0.0");
        assertThat(made.text("/contact")).isEqualTo("Finance analytics");
        assertThat(made.text("/origin")).isEqualTo("registered");
        assertThat(app.api().get(made.header("Location")).body()).isEqualTo(made.body());
        assertThat(app.as(Role.VIEWER).get(METRICS + "used.a/consumers").texts("/items", "name"))
                .containsExactly("Board weekly");
    }

    @Test
    void refusesAConsumerThatIsRegisteredAndAVersionThatNeverWas() throws Exception {
        published("used.b");
        register("used.b", "Closing");

        assertThat(register("used.b", "Closing").text("/code")).isEqualTo("already_exists");
        assertThat(app.api().post(METRICS + "used.b/consumers", """
                                {"kind": "job", "name": "Other", "version": "2.0.0"}""").text("/errors/0/pointer"))
                .isEqualTo("/version");
    }

    @Test
    void whoRegisteredAConsumerMayRemoveItAndStrangersMayNot() throws Exception {
        published("used.c");
        String own = app.as(Role.EDITOR)
                .post(METRICS + "used.c/consumers", body("Own"))
                .header("Location");
        String other = register("used.c", "Other").header("Location");

        assertThat(app.as(Role.EDITOR).send("DELETE", other, "").status()).isEqualTo(403);
        assertThat(app.as(Role.EDITOR).send("DELETE", own, "").status()).isEqualTo(204);
        assertThat(app.as(Role.EDITOR).send("DELETE", own, "").status()).isEqualTo(404);
        assertThat(app.api().send("DELETE", other, "").status()).isEqualTo(204);
    }

    @Test
    void listsPageByPage() throws Exception {
        published("used.d");
        for (String name : new String[] {"One", "Two", "Three"}) {
            register("used.d", name);
        }

        Reply first = app.api().get(METRICS + "used.d/consumers?limit=2");

        assertThat(first.texts("/items", "name")).containsExactly("One", "Two");
        assertThat(app.api().get(first.text("/page/next")).texts("/items", "name"))
                .containsExactly("Three");
    }

    @Test
    void noticesWhoReadsAMetricAndSaysTheirName() throws Exception {
        published("used.e");
        app.as(Role.VIEWER).send("GET", METRICS + "used.e", "", "X-Mdl-Consumer", "service:Pricing engine");
        app.as(Role.VIEWER).send("GET", METRICS + "used.e", "", "X-Mdl-Consumer", "nonsense");
        app.as(Role.VIEWER).send("GET", METRICS + "used.none", "", "X-Mdl-Consumer", "service:Pricing engine");

        Eventually.becomes(true, TIME, () -> consumers("used.e").contains("Pricing engine"));

        Reply seen = app.api().get(METRICS + "used.e/consumers");
        assertThat(seen.texts("/items", "origin")).containsExactly("observed");
        assertThat(seen.texts("/items", "version")).containsExactly("1.0.0");
    }

    @Test
    void whoWasSeenCanRegister() throws Exception {
        published("used.f");
        app.as(Role.VIEWER).send("GET", METRICS + "used.f", "", "X-Mdl-Consumer", "job:Closing");
        Eventually.becomes(true, TIME, () -> consumers("used.f").contains("observed"));

        assertThat(register("used.f", "Closing").status()).isEqualTo(201);
        assertThat(app.api().get(METRICS + "used.f/consumers").texts("/items", "origin"))
                .containsExactly("registered");
    }

    @Test
    void aMetricInUseIsNotDeleted() throws Exception {
        published("used.g");
        String consumer = register("used.g", "Closing").header("Location");

        Reply refused = app.api().send("DELETE", METRICS + "used.g", "", "If-Match", "*");
        app.api().send("DELETE", consumer, "");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("still_in_use");
        assertThat(app.api()
                        .send("DELETE", METRICS + "used.g", "", "If-Match", "*")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aDraftHasNoConsumersForThoseWhoDoNotSeeIt() throws Exception {
        app.create("used.draft", "usage");
        String address = register("used.draft", "Closing").header("Location");

        assertThat(app.as(Role.VIEWER).get(METRICS + "used.draft/consumers").status())
                .isEqualTo(404);
        assertThat(app.as(Role.VIEWER).get(address).status()).isEqualTo(404);
        assertThat(app.as(Role.EDITOR).get(address).status()).isEqualTo(200);
        assertThat(app.api()
                        .get(METRICS + "used.draft/consumers/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    private String consumers(String id) throws IOException, InterruptedException {
        return app.api().get(METRICS + id + "/consumers").body();
    }

    private void published(String id) throws IOException, InterruptedException {
        app.create(id, "usage");
        Reply published = app.api().post(METRICS + id + ":publish", "{\"reason\": \"It is ready.\"}");
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
    }

    private Reply register(String id, String name) throws IOException, InterruptedException {
        return app.api().post(METRICS + id + "/consumers", body(name));
    }

    private static String body(String name) {
        return "{\"kind\": \"job\", \"name\": \"%s\"}".formatted(name);
    }
}
