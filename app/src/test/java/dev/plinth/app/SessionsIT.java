package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import dev.plinth.app.support.SignInCalls;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions: how they go on, and what ends them. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionsIT {
    private static final String AUTH = SignInCalls.PATH;

    private final RunningApp app;
    private final SignInCalls calls;

    SessionsIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
        calls = new SignInCalls(app);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void aRefreshTokenIsGoodForOneUse() throws Exception {
        Reply first = app.accounts().signIn(calls.user(Role.VIEWER));

        Reply second = calls.refresh(first.text("/refresh_token"));
        Reply third = calls.refresh(second.text("/refresh_token"));

        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(third.status()).isEqualTo(200);
        assertThat(second.text("/session_id")).isEqualTo(first.text("/session_id"));
        assertThat(third.text("/refresh_token")).isNotEqualTo(second.text("/refresh_token"));
        assertThat(calls.meStatus(third.text("/access_token"))).isEqualTo(200);
    }

    @Test
    void aRefreshTokenThatComesTwiceClosesTheSession() throws Exception {
        Reply first = app.accounts().signIn(calls.user(Role.VIEWER));
        Reply second = calls.refresh(first.text("/refresh_token"));

        assertThat(calls.refresh(first.text("/refresh_token")).status()).isEqualTo(401);

        assertThat(calls.refresh(second.text("/refresh_token")).status()).isEqualTo(401);
        assertThat(calls.meStatus(second.text("/access_token"))).isEqualTo(401);
    }

    @Test
    void anInventedRefreshTokenIsRefused() throws Exception {
        assertThat(calls.refresh("0".repeat(64)).status()).isEqualTo(401);
    }

    @Test
    void whoSignsOutIsOut() throws Exception {
        Reply signedIn = app.accounts().signIn(calls.user(Role.VIEWER));
        try (Client user = app.with(signedIn.text("/access_token"))) {
            assertThat(user.send("POST", AUTH + "/logout", "").status()).isEqualTo(204);

            assertThat(user.get(AUTH + "/me").status()).isEqualTo(401);
            assertThat(calls.refresh(signedIn.text("/refresh_token")).status()).isEqualTo(401);
        }
    }

    @Test
    void showsAndClosesOnlyOnesOwnSessions() throws Exception {
        String email = calls.user(Role.VIEWER);
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
        assertThat(calls.meStatus(there.text("/access_token"))).isEqualTo(401);
        assertThat(calls.meStatus(here.text("/access_token"))).isEqualTo(200);
    }

    @Test
    void sessionsComePageByPage() throws Exception {
        String email = calls.user(Role.VIEWER);
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
        String email = calls.user(Role.VIEWER);
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
        assertThat(calls.meStatus(there.text("/access_token"))).isEqualTo(401);
        assertThat(calls.login(email, Accounts.password()).status()).isEqualTo(401);
        assertThat(calls.login(email, "clover-tram-49-lisbon").status()).isEqualTo(200);
    }

    private static Reply changePassword(Client user, String current, String next) throws Exception {
        return user.post(AUTH + "/change-password", """
                {"current_password": "%s", "new_password": "%s"}
                """.formatted(current, next));
    }

    private static Reply delete(Client user, String path) throws Exception {
        return user.send("DELETE", path, "");
    }
}
