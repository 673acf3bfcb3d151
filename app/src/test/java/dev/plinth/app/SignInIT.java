package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import dev.plinth.app.support.SignInCalls;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Passwords, right and wrong, and who one is then. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignInIT {
    private static final String AUTH = SignInCalls.PATH;

    private final RunningApp app;
    private final SignInCalls calls;

    SignInIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
        calls = new SignInCalls(app);
    }

    @AfterAll
    void stop() {
        app.close();
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
        String known = calls.user(Role.VIEWER);

        Reply wrong = calls.login(known, "not the password");
        Reply unknown = calls.login("nobody@example.com", "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text("/detail")).isEqualTo(wrong.text("/detail"));
    }

    @Test
    void afterFiveWrongPasswordsTheRightOneMustWait() throws Exception {
        String email = calls.user(Role.VIEWER);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(calls.login(email, "not the password").status()).isEqualTo(401);
        }

        Reply refused = app.accounts().signIn(email);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(800, 901);
        assertThat(refused.text("/retryable")).isEqualTo("true");
    }

    @Test
    void attemptsAtTheSameTimeAreCountedToo() throws Exception {
        String email = calls.user(Role.VIEWER);
        Callable<Integer> attempt = () -> calls.login(email, "not the password").status();
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
        String email = calls.user(Role.VIEWER);
        for (int round = 0; round < 2; round++) {
            for (int attempt = 0; attempt < 4; attempt++) {
                calls.login(email, "not the password");
            }
            assertThat(app.accounts().signIn(email).status()).isEqualTo(200);
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
}
