package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Client;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import dev.plinth.app.support.SignInCalls;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** How accounts come about without an administrator: the first one of all, and those that strangers open. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FirstAccountsIT {
    private static final String AUTH = SignInCalls.PATH;

    private final Map<String, String> environment;
    private final RunningApp app;

    FirstAccountsIT(Servers servers) throws SQLException {
        environment = servers.environment();
        app = new RunningApp(environment);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void theBootstrapTokenWorksOnce() throws Exception {
        Reply again = bootstrap(environment.getOrDefault("MDL_BOOTSTRAP_TOKEN", ""));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("wrong_state");
    }

    @Test
    void anotherBootstrapTokenIsRefused() throws Exception {
        assertThat(bootstrap("guessed").status()).isEqualTo(401);
    }

    @Test
    void withoutABootstrapTokenNobodyBecomesAdministrator(Servers servers) throws Exception {
        Map<String, String> without = servers.environment();
        without.remove("MDL_BOOTSTRAP_TOKEN");
        try (var started = Application.start(Configuration.from(without));
                var stranger = new Client(started.apiPort())) {
            Reply refused = stranger.post(AUTH + "/bootstrap", """
                    {"token": "x", "email": "a@example.com", "display_name": "A", "password": "clover-tram-49-lisbon"}
                    """);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/detail")).contains("MDL_BOOTSTRAP_TOKEN");
        }
    }

    @Test
    void strangersOpenNoAccountsUnlessTheyMay() throws Exception {
        assertThat(register(app.anonymous(), "stranger@example.com").status()).isEqualTo(403);
    }

    @Test
    void whereStrangersMayTheyBecomeViewers(Servers servers) throws Exception {
        Map<String, String> open = servers.environment();
        open.put("MDL_REGISTRATION", "open");
        try (var library = new RunningApp(open)) {
            Reply made = register(library.anonymous(), "Stranger@Example.com");

            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            assertThat(made.text("/role")).isEqualTo("viewer");
            assertThat(made.text("/email")).isEqualTo("stranger@example.com");
            assertThat(register(library.anonymous(), "stranger@example.com").status())
                    .isEqualTo(409);
            Reply greedy = library.anonymous().post(AUTH + "/register", """
                    {"email": "b@example.com", "display_name": "B", "password": "clover-tram-49-lisbon",
                     "role": "admin"}
                    """);
            assertThat(greedy.status()).isEqualTo(400);
        }
    }

    @Test
    void aRefusedPasswordIsNotRepeated() throws Exception {
        Reply refused = app.api().post("/api/v1/users", """
                {"email": "x@example.com", "display_name": "X", "role": "viewer", "password": "tooshort"}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/password");
        assertThat(refused.body()).doesNotContain("tooshort");
    }

    private Reply bootstrap(String token) throws Exception {
        return app.anonymous().post(AUTH + "/bootstrap", """
                {"token": "%s", "email": "second@example.com", "display_name": "Second",
                 "password": "clover-tram-49-lisbon"}
                """.formatted(token));
    }

    private static Reply register(Client stranger, String email) throws Exception {
        return stranger.post(AUTH + "/register", """
                {"email": "%s", "display_name": "A stranger", "password": "clover-tram-49-lisbon"}
                """.formatted(email));
    }
}
