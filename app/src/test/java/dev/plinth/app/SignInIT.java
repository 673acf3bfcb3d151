package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignInIT {
    private static final String AUTH = "/api/v1/auth";

    private final Map<String, String> environment;
    private final RunningApp app;

    SignInIT(Servers servers) throws SQLException {
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
    void tokensAreForNoCache() throws Exception {
        Reply signedIn = app.accounts().signIn(Accounts.email(Role.ADMIN));

        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.header("Cache-Control")).isEqualTo("no-store");
        assertThat(signedIn.text("/expires_in")).isEqualTo("900");
        assertThat(signedIn.text("/refresh_expires_in")).isEqualTo("604800");
    }

    @Test
    void anUnknownUserAndAWrongPasswordGetTheSameAnswer() throws Exception {
        String known = user(Role.VIEWER);

        Reply wrong = login(known, "not the password");
        Reply unknown = login("nobody@example.com", "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text("/detail")).isEqualTo(wrong.text("/detail"));
    }

    @Test
    void afterFiveWrongPasswordsTheRightOneMustWait() throws Exception {
        String email = user(Role.VIEWER);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(login(email, "not the password").status()).isEqualTo(401);
        }

        Reply refused = app.accounts().signIn(email);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(800, 901);
        assertThat(refused.text("/retryable")).isEqualTo("true");
    }

    @Test
    void attemptsAtTheSameTimeAreCountedToo() throws Exception {
        String email = user(Role.VIEWER);
        Callable<Integer> attempt = () -> login(email, "not the password").status();
        List<Integer> statuses = new ArrayList<>();
        try (var attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var status : attackers.invokeAll(Collections.nCopies(12, attempt))) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsOnly(401, 429);
        assertThat(Collections.frequency(statuses, 401)).isLessThanOrEqualTo(5);
    }

    @Test
    void theRightPasswordForgivesWrongOnes() throws Exception {
        String email = user(Role.VIEWER);
        for (int round = 0; round < 2; round++) {
            for (int attempt = 0; attempt < 4; attempt++) {
                login(email, "not the password");
            }
            assertThat(app.accounts().signIn(email).status()).isEqualTo(200);
        }
    }

    @Test
    void aRefreshTokenIsGoodForOneUse() throws Exception {
        Reply first = app.accounts().signIn(user(Role.VIEWER));

        Reply second = refresh(first.text("/refresh_token"));
        Reply third = refresh(second.text("/refresh_token"));

        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(third.status()).isEqualTo(200);
        assertThat(second.text("/session_id")).isEqualTo(first.text("/session_id"));
        assertThat(third.text("/refresh_token")).isNotEqualTo(second.text("/refresh_token"));
        assertThat(meStatus(third.text("/access_token"))).isEqualTo(200);
    }

    @Test
    void aRefreshTokenThatComesTwiceClosesTheSession() throws Exception {
        Reply first = app.accounts().signIn(user(Role.VIEWER));
        Reply second = refresh(first.text("/refresh_token"));

        assertThat(refresh(first.text("/refresh_token")).status()).isEqualTo(401);

        assertThat(refresh(second.text("/refresh_token")).status()).isEqualTo(401);
        assertThat(meStatus(second.text("/access_token"))).isEqualTo(401);
    }

    @Test
    void anInventedRefreshTokenIsRefused() throws Exception {
        assertThat(refresh("0".repeat(64)).status()).isEqualTo(401);
    }

    @Test
    void whoSignsOutIsOut() throws Exception {
        Reply signedIn = app.accounts().signIn(user(Role.VIEWER));
        try (Client user = app.with(signedIn.text("/access_token"))) {
            assertThat(user.send("POST", AUTH + "/logout", "").status()).isEqualTo(204);

            assertThat(user.get(AUTH + "/me").status()).isEqualTo(401);
            assertThat(refresh(signedIn.text("/refresh_token")).status()).isEqualTo(401);
        }
    }

    @Test
    void tellsCallersWhoTheyAre() throws Exception {
        Reply me = app.as(Role.EDITOR).get(AUTH + "/me");

        assertThat(me.text("/kind")).isEqualTo("user");
        assertThat(me.text("/user/role")).isEqualTo("editor");
        assertThat(me.text("/user/email")).isEqualTo(Accounts.email(Role.EDITOR));
        assertThat(me.json().at("/scopes").toString()).contains("metrics:write").doesNotContain("metrics:publish");
        assertThat(me.text("/session_id")).isNotEmpty();
    }

    @Test
    void showsAndClosesOnlyOnesOwnSessions() throws Exception {
        String email = user(Role.VIEWER);
        Reply here = app.accounts().signIn(email);
        Reply there = app.accounts().signIn(email);
        String foreign = app.as(Role.EDITOR).get(AUTH + "/me").text("/session_id");
        try (Client user = app.with(here.text("/access_token"))) {
            Reply sessions = user.get(AUTH + "/sessions");
            assertThat(sessions.texts("/items", "session_id"))
                    .containsExactly(here.text("/session_id"), there.text("/session_id"));
            assertThat(sessions.texts("/items", "current")).containsExactly("true", "false");
            assertThat(sessions.text("/items/0/address")).isEqualTo("127.0.0.1");

            assertThat(delete(user, AUTH + "/sessions/" + foreign).status()).isEqualTo(404);
            assertThat(delete(user, AUTH + "/sessions/not-a-uid").status()).isEqualTo(404);
            assertThat(delete(user, AUTH + "/sessions/" + there.text("/session_id"))
                            .status())
                    .isEqualTo(204);
        }
        assertThat(meStatus(there.text("/access_token"))).isEqualTo(401);
        assertThat(meStatus(here.text("/access_token"))).isEqualTo(200);
    }

    @Test
    void sessionsComePageByPage() throws Exception {
        String email = user(Role.VIEWER);
        app.accounts().signIn(email);
        Reply last = app.accounts().signIn(email);
        try (Client user = app.with(last.text("/access_token"))) {
            Reply first = user.get(AUTH + "/sessions?limit=1");
            Reply second = user.get(first.text("/page/next"));

            assertThat(first.json().at("/items")).hasSize(1);
            assertThat(second.texts("/items", "session_id")).containsExactly(last.text("/session_id"));
        }
    }

    @Test
    void aNewPasswordClosesTheOtherSessions() throws Exception {
        String email = user(Role.VIEWER);
        Reply here = app.accounts().signIn(email);
        Reply there = app.accounts().signIn(email);
        try (Client user = app.with(here.text("/access_token"))) {
            assertThat(changePassword(user, "wrong", "clover-tram-49-lisbon").status())
                    .isEqualTo(403);
            assertThat(changePassword(user, Accounts.password(), "short").status())
                    .isEqualTo(400);
            assertThat(changePassword(user, Accounts.password(), "password123456")
                            .status())
                    .isEqualTo(400);
            assertThat(changePassword(user, Accounts.password(), Accounts.password())
                            .status())
                    .isEqualTo(400);

            assertThat(changePassword(user, Accounts.password(), "clover-tram-49-lisbon")
                            .status())
                    .isEqualTo(204);

            assertThat(user.get(AUTH + "/me").status()).isEqualTo(200);
        }
        assertThat(meStatus(there.text("/access_token"))).isEqualTo(401);
        assertThat(login(email, Accounts.password()).status()).isEqualTo(401);
        assertThat(login(email, "clover-tram-49-lisbon").status()).isEqualTo(200);
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

    private Reply login(String email, String password) throws Exception {
        return app.anonymous().post(AUTH + "/login", """
                {"email": "%s", "password": "%s"}
                """.formatted(email, password));
    }

    private Reply refresh(String token) throws Exception {
        return app.anonymous().post(AUTH + "/refresh", "{\"refresh_token\": \"%s\"}".formatted(token));
    }

    private static Reply changePassword(Client user, String current, String next) throws Exception {
        return user.post(AUTH + "/change-password", """
                {"current_password": "%s", "new_password": "%s"}
                """.formatted(current, next));
    }

    private static Reply delete(Client user, String path) throws Exception {
        return user.send("DELETE", path, "");
    }

    private int meStatus(String token) throws Exception {
        try (Client user = app.with(token)) {
            return user.get(AUTH + "/me").status();
        }
    }

    /** A user of one test, by their address. */
    private String user(Role role) throws Exception {
        String email = UUID.randomUUID() + "@example.com";
        assertThat(Accounts.add(app.api(), email, role).status()).isEqualTo(201);
        return email;
    }
}
