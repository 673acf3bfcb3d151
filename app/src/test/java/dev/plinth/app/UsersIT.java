package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UsersIT {
    private static final String USERS = "/api/v1/users";
    private static final String ME = "/api/v1/auth/me";

    private final Map<String, String> environment;
    private final RunningApp app;

    UsersIT(Servers servers) throws SQLException {
        environment = servers.environment();
        app = new RunningApp(environment);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void administratorsAddFindAndChangeUsers() throws Exception {
        Reply made = add(Role.VIEWER);
        String uid = made.text("/uid");
        assertThat(made.header("Location")).isEqualTo(USERS + "/" + uid);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");

        Reply changed = patch(uid, "\"r1\"", "{\"role\": \"reviewer\", \"display_name\": \"Ada ✓\"}");

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(app.api().get(USERS + "/" + uid).body()).isEqualTo(changed.body());
        assertThat(changed.text("/role")).isEqualTo("reviewer");
        assertThat(changed.text("/display_name")).isEqualTo("Ada ✓");
        assertThat(changed.header("ETag")).isEqualTo("\"r2\"");
        assertThat(patch(uid, "\"r1\"", "{\"role\": \"viewer\"}").status()).isEqualTo(412);
        assertThat(patch(uid, "\"r2\"", "{\"status\": \"erased\"}").status()).isEqualTo(400);
        assertThat(patch(uid, "\"r2\"", "{\"uid\": \"1\"}").status()).isEqualTo(400);
    }

    @Test
    void listsUsersByRoleAndState() throws Exception {
        String uid = add(Role.REVIEWER).text("/uid");
        String suspended = add(Role.REVIEWER).text("/uid");
        patch(suspended, "*", "{\"status\": \"suspended\"}");

        Reply active = app.api().get(USERS + "?role=reviewer&status=active&limit=200");
        Reply others = app.api().get(USERS + "?status=suspended&limit=200");

        assertThat(active.texts("/items", "uid")).contains(uid).doesNotContain(suspended);
        assertThat(others.texts("/items", "uid")).contains(suspended).doesNotContain(uid);
        Reply first = app.api().get(USERS + "?limit=1");
        assertThat(app.api().get(first.text("/page/next")).texts("/items", "uid"))
                .doesNotContainAnyElementsOf(first.texts("/items", "uid"));
    }

    @Test
    void oneAddressBelongsToOneUser() throws Exception {
        String email = UUID.randomUUID() + "@example.com";
        Accounts.add(app.api(), email, Role.VIEWER);
        String other = add(Role.VIEWER).text("/uid");

        assertThat(Accounts.add(app.api(), email.toUpperCase(Locale.ROOT), Role.EDITOR)
                        .status())
                .isEqualTo(409);
        assertThat(patch(other, "*", "{\"email\": \"%s\"}".formatted(email)).status())
                .isEqualTo(409);
    }

    @Test
    void othersSeeNoUsers() throws Exception {
        assertThat(app.as(Role.REVIEWER).get(USERS).status()).isEqualTo(403);
        assertThat(app.anonymous().get(USERS).status()).isEqualTo(401);
        assertThat(app.api().get(USERS + "/" + new UUID(0, 0)).status()).isEqualTo(404);
        assertThat(app.api().get(USERS + "/1-1-1-1-1").status()).isEqualTo(404);
    }

    @Test
    void aSuspendedUserIsOutAtOnceAndMayComeBack() throws Exception {
        String email = UUID.randomUUID() + "@example.com";
        String uid = Accounts.add(app.api(), email, Role.EDITOR).text("/uid");
        try (Client user = app.with(app.accounts().signIn(email).text("/access_token"))) {
            String key = user.post("/api/v1/api-keys", "{\"name\": \"k\", \"scopes\": [\"metrics:read\"]}")
                    .text("/key");
            patch(uid, "*", "{\"status\": \"suspended\"}");

            assertThat(user.get(ME).status()).isEqualTo(401);
            try (Client program = app.with(key)) {
                assertThat(program.get(ME).status()).isEqualTo(401);
                assertThat(app.accounts().signIn(email).status()).isEqualTo(403);

                patch(uid, "*", "{\"status\": \"active\"}");
                assertThat(program.get(ME).status()).isEqualTo(200);
            }
            assertThat(user.get(ME).status()).isEqualTo(401);
            assertThat(app.accounts().signIn(email).status()).isEqualTo(200);
        }
    }

    @Test
    void aUserWhoLosesARoleLosesItsRightsAtOnce() throws Exception {
        String email = UUID.randomUUID() + "@example.com";
        String uid = Accounts.add(app.api(), email, Role.ADMIN).text("/uid");
        try (Client user = app.with(app.accounts().signIn(email).text("/access_token"))) {
            assertThat(user.get(USERS).status()).isEqualTo(200);

            patch(uid, "*", "{\"role\": \"viewer\"}");

            assertThat(user.get(USERS).status()).isEqualTo(403);
        }
    }

    @Test
    void theOnlyAdministratorStays(Servers servers) throws Exception {
        try (var library = new RunningApp(servers.environment())) {
            Client admin = library.api();
            String self = USERS + "/" + admin.get(ME).text("/user/uid");
            for (String change : List.of("{\"role\": \"editor\"}", "{\"status\": \"suspended\"}")) {
                assertThat(merge(admin, self, "*", change).status()).as(change).isEqualTo(409);
            }
            assertThat(erase(admin, self).status()).isEqualTo(409);
            assertThat(merge(admin, self, "*", "{\"display_name\": \"Me\"}").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aForgottenPasswordIsReset() throws Exception {
        String email = UUID.randomUUID() + "@example.com";
        String uid = Accounts.add(app.api(), email, Role.VIEWER).text("/uid");
        Reply before = app.accounts().signIn(email);

        Reply reset =
                app.api().post(USERS + "/" + uid + ":reset-password", "{\"password\": \"clover-tram-49-lisbon\"}");

        assertThat(reset.status()).as(reset.toString()).isEqualTo(204);
        assertThat(app.accounts().signIn(email).status()).isEqualTo(401);
        try (Client user = app.with(before.text("/access_token"))) {
            assertThat(user.get(ME).status()).isEqualTo(401);
        }
    }

    private Reply add(Role role) throws Exception {
        Reply made = Accounts.add(app.api(), UUID.randomUUID() + "@example.com", role);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }

    private Reply patch(String uid, String tag, String body) throws Exception {
        return merge(app.api(), USERS + "/" + uid, tag, body);
    }

    private static Reply merge(Client admin, String path, String tag, String body) throws Exception {
        return admin.send("PATCH", path, body, "Content-Type", "application/merge-patch+json", "If-Match", tag);
    }

    private static Reply erase(Client admin, String path) throws Exception {
        return admin.send("POST", path + ":erase", "", "If-Match", "*");
    }
}
