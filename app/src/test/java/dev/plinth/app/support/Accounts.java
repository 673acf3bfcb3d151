package dev.plinth.app.support;

import dev.plinth.app.access.Role;
import dev.plinth.app.values.Names;
import java.io.IOException;
import java.util.Map;

/** Signs people in to a running app. */
public final class Accounts {
    private static final String PASSWORD = "correct horse battery staple";

    private final Client anonymous;

    public Accounts(Client anonymous) {
        this.anonymous = anonymous;
    }

    /** The access token of the administrator, whom the first caller makes by the token of this environment. */
    public String administrator(Map<String, String> environment) throws IOException, InterruptedException {
        Reply made = anonymous.post("/api/v1/auth/bootstrap", """
                {"token": "%s", "email": "%s", "display_name": "The admin", "password": "%s"}
                """.formatted(
                        environment.get("MDL_BOOTSTRAP_TOKEN"), email(Role.ADMIN), PASSWORD));
        if (made.status() != 201 && made.status() != 409) {
            throw new AssertionError("No administrator was made: " + made);
        }
        return accessToken(email(Role.ADMIN));
    }

    /** The access token of a user of this role, whom the administrator adds at the first call. */
    public String user(Client administrator, Role role) throws IOException, InterruptedException {
        if (role != Role.ADMIN) {
            Reply made = add(administrator, email(role), role);
            if (made.status() != 201 && made.status() != 409) {
                throw new AssertionError("No user was added: " + made);
            }
        }
        return accessToken(email(role));
    }

    /** Adds a user with the password that all users of the tests have. */
    public static Reply add(Client administrator, String email, Role role) throws IOException, InterruptedException {
        return administrator.post("/api/v1/users", """
                {"email": "%s", "display_name": "A user", "role": "%s", "password": "%s"}
                """.formatted(email, Names.of(role), PASSWORD));
    }

    /** The answer to a sign-in of a user with that password. */
    public Reply signIn(String email) throws IOException, InterruptedException {
        return anonymous.post("/api/v1/auth/login", """
                {"email": "%s", "password": "%s"}
                """.formatted(email, PASSWORD));
    }

    public static String email(Role role) {
        return Names.of(role) + "@example.com";
    }

    public static String password() {
        return PASSWORD;
    }

    private String accessToken(String email) throws IOException, InterruptedException {
        Reply signedIn = signIn(email);
        if (signedIn.status() != 200) {
            throw new AssertionError("Not signed in: " + signedIn);
        }
        return signedIn.text("/access_token");
    }
}
