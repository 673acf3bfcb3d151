package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiKeysIT {
    private static final String KEYS = "/api/v1/api-keys";
    private static final String METRICS = "/api/v1/metrics";

    private final Map<String, String> environment;
    private final RunningApp app;

    ApiKeysIT(Servers servers) throws SQLException {
        environment = servers.environment();
        app = new RunningApp(environment);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void aKeyIsShownOnceAndDoesWhatItsScopesSay() throws Exception {
        Reply made = create(app.api(), "\"metrics:read\"", "");

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.text("/key")).matches("mdl_[0-9a-f]{16}_[0-9a-f]{64}");
        assertThat(made.text("/lifetime_days")).isEqualTo("90");
        Reply again = app.api().get(made.header("Location"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).doesNotContain(made.text("/key"));
        try (Client program = app.with(made.text("/key"))) {
            assertThat(program.get(METRICS).status()).isEqualTo(200);
            Reply refused = program.post(METRICS, Bodies.metric("finance.x", "finance"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/detail")).contains("metrics:write");
            Reply me = program.get("/api/v1/auth/me");
            assertThat(me.text("/kind")).isEqualTo("api_key");
            assertThat(me.text("/api_key_id")).isEqualTo(made.text("/key_id"));
            assertThat(me.text("/user/email")).isEqualTo(Accounts.email(Role.ADMIN));
        }
        Eventually.becomes(
                true,
                Duration.ofSeconds(5),
                () -> !app.api()
                        .get(made.header("Location"))
                        .text("/last_used_at")
                        .isEmpty());
    }

    @Test
    void nobodyGivesAKeyMoreThanTheyHave() throws Exception {
        Reply refused = create(app.as(Role.VIEWER), "\"metrics:read\", \"metrics:write\"", "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/scopes");
        assertThat(refused.text("/errors/0/detail")).contains("metrics:write").doesNotContain("metrics:read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"metrics:fly\"", "7"})
    void scopesMustBeSomeThatThereAre(String scopes) throws Exception {
        assertThat(create(app.api(), scopes, "").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {", \"lifetime_days\": 0", ", \"lifetime_days\": 366", ", \"networks\": [\"everywhere\"]"})
    void lifetimeAndNetworksAreBounded(String more) throws Exception {
        assertThat(create(app.api(), "\"metrics:read\"", more).status()).isEqualTo(400);
    }

    @Test
    void aKeyMakesNoKeysAndSeesNoSessions() throws Exception {
        Reply made = create(app.api(), "\"users:write\", \"users:read\"", "");
        try (Client program = app.with(made.text("/key"))) {
            assertThat(create(program, "\"users:read\"", "").status()).isEqualTo(403);
            assertThat(program.get(KEYS).status()).isEqualTo(403);
            assertThat(program.get("/api/v1/auth/sessions").status()).isEqualTo(403);
            assertThat(program.send("POST", "/api/v1/auth/logout", "").status()).isEqualTo(403);
        }
    }

    @Test
    void aKeyWorksFromItsNetworksOnly() throws Exception {
        Reply made = create(app.api(), "\"metrics:read\"", ", \"networks\": [\"10.1.0.0/16\", \"2001:db8::/32\"]");
        try (Client program = app.with(made.text("/key"))) {
            assertThat(program.get(METRICS).status()).isEqualTo(401);
            assertThat(from(program, "10.1.2.3").status()).isEqualTo(200);
            assertThat(from(program, "2001:db8::9").status()).isEqualTo(200);
            assertThat(from(program, "10.2.0.1").status()).isEqualTo(401);
        }
    }

    @Test
    void aRotatedKeyHasAnotherSecret() throws Exception {
        Reply made = create(app.api(), "\"metrics:read\"", "");
        try (Client before = app.with(made.text("/key"))) {
            assertThat(before.get(METRICS).status()).isEqualTo(200);

            Reply rotated = app.api().send("POST", made.header("Location") + ":rotate", "");

            assertThat(rotated.status()).as(rotated.toString()).isEqualTo(200);
            assertThat(rotated.text("/key_id")).isEqualTo(made.text("/key_id"));
            assertThat(before.get(METRICS).status()).isEqualTo(401);
            try (Client after = app.with(rotated.text("/key"))) {
                assertThat(after.get(METRICS).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void aRevokedKeyIsGoneHereAtOnceAndElsewhereSoon() throws Exception {
        Reply made = create(app.api(), "\"metrics:read\"", "");
        try (var elsewhere = new RunningApp(environment);
                Client there = elsewhere.with(made.text("/key"));
                Client here = app.with(made.text("/key"))) {
            assertThat(there.get(METRICS).status()).isEqualTo(200);

            assertThat(app.api().send("DELETE", made.header("Location"), "").status())
                    .isEqualTo(204);

            assertThat(here.get(METRICS).status()).isEqualTo(401);
            assertThat(app.api().get(made.header("Location")).status()).isEqualTo(404);
            Eventually.becomes(
                    401, Duration.ofSeconds(11), () -> there.get(METRICS).status());
        }
    }

    @Test
    void usersSeeTheirOwnKeysAndAdministratorsAll() throws Exception {
        Reply editors = create(app.as(Role.EDITOR), "\"metrics:write\"", "");
        String location = editors.header("Location");
        Client viewer = app.as(Role.VIEWER);
        create(viewer, "\"metrics:read\"", "");

        assertThat(viewer.get(location).status()).isEqualTo(404);
        assertThat(viewer.get(KEYS).texts("/items", "key_id")).doesNotContain(editors.text("/key_id"));
        assertThat(viewer.get(KEYS + "?user=" + editors.text("/user_uid")).texts("/items", "key_id"))
                .doesNotContain(editors.text("/key_id"));
        assertThat(viewer.send("DELETE", location, "").status()).isEqualTo(404);
        assertThat(viewer.send("POST", location + ":rotate", "").status()).isEqualTo(404);
        assertThat(app.api().send("POST", location + ":rotate", "").status()).isEqualTo(404);
        assertThat(app.api().get(KEYS + "?user=" + editors.text("/user_uid")).texts("/items", "key_id"))
                .contains(editors.text("/key_id"));
        assertThat(app.api().send("DELETE", location, "").status()).isEqualTo(204);
    }

    @Test
    void aKeyIsChangedByItsOwner() throws Exception {
        Reply made = create(app.api(), "\"metrics:read\", \"metrics:write\"", "");
        try (Client program = app.with(made.text("/key"))) {
            Reply changed = patch(made, "\"r1\"", "{\"name\": \"reader\", \"scopes\": [\"domains:read\"]}");

            assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
            assertThat(changed.text("/name")).isEqualTo("reader");
            assertThat(changed.text("/revision")).isEqualTo("2");
            assertThat(program.get(METRICS).status()).isEqualTo(403);
            assertThat(patch(made, "\"r1\"", "{\"name\": \"late\"}").status()).isEqualTo(412);
        }
    }

    @Test
    void anUnknownKeyIsRefused() throws Exception {
        Reply made = create(app.api(), "\"metrics:read\"", "");
        String key = made.text("/key");
        String other = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
        for (String wrong : new String[] {other, "mdl_0123456789abcdef_" + "0".repeat(64), "mdl_x_y"}) {
            try (Client program = app.with(wrong)) {
                assertThat(program.get(METRICS).status()).as(wrong).isEqualTo(401);
            }
        }
    }

    private Reply patch(Reply made, String tag, String body) throws Exception {
        return app.api()
                .send(
                        "PATCH",
                        made.header("Location"),
                        body,
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        tag);
    }

    private static Reply from(Client program, String address) throws Exception {
        return program.send("GET", METRICS, "", "X-Forwarded-For", "192.0.2.1, " + address);
    }

    private static Reply create(Client user, String scopes, String more) throws Exception {
        return user.post(KEYS, "{\"name\": \"a program\", \"scopes\": [%s]%s}".formatted(scopes, more));
    }
}
