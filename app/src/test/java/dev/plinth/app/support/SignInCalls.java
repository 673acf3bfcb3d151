package dev.plinth.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import java.io.IOException;
import java.util.UUID;

/** What people do to sign in. */
public final class SignInCalls {
    public static final String PATH = "/api/v1/auth";

    private final RunningApp app;

    public SignInCalls(RunningApp app) {
        this.app = app;
    }

    /** A user of one test, by their address. */
    public String user(Role role) throws IOException, InterruptedException {
        String email = UUID.randomUUID() + "@example.com";
        assertThat(Accounts.add(app.api(), email, role).status()).isEqualTo(201);
        return email;
    }

    public Reply login(String email, String password) throws IOException, InterruptedException {
        return app.anonymous().post(PATH + "/login", """
                {"email": "%s", "password": "%s"}
                """.formatted(email, password));
    }

    public Reply refresh(String token) throws IOException, InterruptedException {
        return app.anonymous().post(PATH + "/refresh", "{\"refresh_token\": \"%s\"}".formatted(token));
    }

    /** What who has this access token is answered. */
    public int meStatus(String token) throws IOException, InterruptedException {
        try (Client user = app.with(token)) {
            return user.get(PATH + "/me").status();
        }
    }
}
