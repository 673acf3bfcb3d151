package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the library knows of a person: it is told, it goes when it shall, and it is unreadable in the database. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PersonalDataIT {
    private static final String USERS = "/api/v1/users";
    private static final String ME = "/api/v1/auth/me";

    private final Map<String, String> environment;
    private final RunningApp app;

    PersonalDataIT(Servers servers) throws SQLException {
        environment = servers.environment();
        app = new RunningApp(environment);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void exportsAllThatIsKnownOfAPerson() throws Exception {
        String email = UUID.randomUUID() + "@example.com";
        String uid = Accounts.add(app.api(), email, Role.EDITOR).text("/uid");
        Reply signedIn = app.accounts().signIn(email);
        try (Client user = app.with(signedIn.text("/access_token"))) {
            user.post("/api/v1/api-keys", "{\"name\": \"my import\", \"scopes\": [\"metrics:read\"]}");
        }

        joins(uid, "export.one");

        Reply data = app.api().send("POST", USERS + "/" + uid + ":export", "");

        assertThat(data.status()).as(data.toString()).isEqualTo(200);
        assertThat(data.text("/user/email")).isEqualTo(email);
        assertThat(data.texts("/sessions", "session_id")).containsExactly(signedIn.text("/session_id"));
        assertThat(data.text("/sessions/0/address")).isEqualTo("127.0.0.1");
        assertThat(data.text("/api_keys/0/name")).isEqualTo("my import");
        assertThat(data.texts("/memberships", "domain_id")).containsExactly("export.one");
        assertThat(data.body()).doesNotContain("argon2", "mdl_");
    }

    @Test
    void nothingPersonalIsLeftOfAnErasedUser() throws Exception {
        String email = UUID.randomUUID() + "@example.com";
        String uid = Accounts.add(app.api(), email, Role.EDITOR).text("/uid");
        try (Client user = app.with(app.accounts().signIn(email).text("/access_token"))) {
            Reply key = user.post("/api/v1/api-keys", "{\"name\": \"my import\", \"scopes\": [\"metrics:read\"]}");

            Reply erased = erase(uid);

            assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
            assertThat(erased.text("/email")).isEqualTo(uid + "@erased.invalid");
            assertThat(erased.text("/status")).isEqualTo("erased");
            assertThat(user.get(ME).status()).isEqualTo(401);
            try (Client program = app.with(key.text("/key"))) {
                assertThat(program.get(ME).status()).isEqualTo(401);
            }
        }
        assertThat(app.accounts().signIn(email).status()).isEqualTo(401);
        Reply data = app.api().send("POST", USERS + "/" + uid + ":export", "");
        assertThat(data.body()).doesNotContain(email, "my import", "127.0.0.1", "A user");
        assertThat(patch(uid).status()).isEqualTo(409);
        assertThat(app.api()
                        .post(USERS + "/" + uid + ":reset-password", "{\"password\": \"clover-tram-49-lisbon\"}")
                        .status())
                .isEqualTo(404);
        // The address is free again.
        assertThat(Accounts.add(app.api(), email, Role.VIEWER).status()).isEqualTo(201);
    }

    @Test
    void anErasedUserIsAMemberOfNoDomain() throws Exception {
        String uid = Accounts.add(app.api(), UUID.randomUUID() + "@example.com", Role.EDITOR)
                .text("/uid");
        joins(uid, "erasure.one");
        joins(uid, "erasure.two");

        assertThat(erase(uid).status()).isEqualTo(200);

        assertThat(rows("select domain_id from domain_member where user_uid = '%s'".formatted(uid)))
                .isEmpty();
        assertThat(app.api()
                        .send("POST", USERS + "/" + uid + ":export", "")
                        .json()
                        .at("/memberships"))
                .isEmpty();
        assertThat(rows("""
                        select subject from audit_event
                         where action = 'domain.members_changed' and before ->> 'user_uid' = '%s' order by subject
                        """.formatted(uid))).containsExactly("erasure.one", "erasure.two");
    }

    @Test
    void whoIsBeingErasedBecomesNoMemberMeanwhile() throws Exception {
        String uid = Accounts.add(app.api(), UUID.randomUUID() + "@example.com", Role.EDITOR)
                .text("/uid");
        domain("erasure.meanwhile");
        try (var erasing = connection();
                var statement = erasing.createStatement();
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            erasing.setAutoCommit(false);
            statement.execute("select from app_user where uid = '%s' for update".formatted(uid));
            statement.execute("update app_user set status = 'erased' where uid = '%s'".formatted(uid));
            var joining = others.submit(() -> join(uid, "erasure.meanwhile"));
            Eventually.becomes(
                    List.of("1"),
                    Duration.ofSeconds(10),
                    () -> rows(
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"));
            erasing.commit();

            assertThat(joining.get().status()).isEqualTo(404);
        }
        assertThat(rows("select domain_id from domain_member where user_uid = '%s'".formatted(uid)))
                .isEmpty();
    }

    @Test
    void theDatabaseHoldsNothingPersonalOrSecretInTheClear() throws Exception {
        String email = UUID.randomUUID() + "@example.com";
        String uid = Accounts.add(app.api(), email, Role.EDITOR).text("/uid");
        Reply signedIn = app.accounts().signIn(email);
        List<String> secrets = new ArrayList<>(List.of(
                email,
                "A user",
                Accounts.password(),
                "127.0.0.1",
                signedIn.text("/access_token"),
                signedIn.text("/refresh_token"),
                environment.getOrDefault("MDL_KEYS", "?"),
                environment.getOrDefault("MDL_BOOTSTRAP_TOKEN", "?")));
        try (Client user = app.with(signedIn.text("/access_token"))) {
            String key = user.post("/api/v1/api-keys", "{\"name\": \"k\", \"scopes\": [\"metrics:read\"]}")
                    .text("/key");
            secrets.add(key.substring(key.lastIndexOf('_') + 1));
        }
        app.api().send("POST", USERS + "/" + uid + ":export", "");

        String everything = everyRow();

        assertThat(everything).contains(uid);
        assertThat(secrets)
                .allSatisfy(
                        secret -> assertThat(everything).doesNotContain(secret).doesNotContain(hexadecimal(secret)));
    }

    @Test
    void whereAnImportCameFromIsForgottenAtItsEnd() throws Exception {
        Reply ordered = app.api().send("POST", "/api/v1/imports", "{}", "Content-Type", "application/x-ndjson");
        assertThat(ordered.status()).as(ordered.toString()).isEqualTo(202);
        String imports = "select state || address from import";

        Eventually.becomes(
                false, Duration.ofSeconds(10), () -> rows(imports).getFirst().contains("."));
        assertThat(rows(imports)).allMatch(row -> Set.of("succeeded", "failed").contains(row));
    }

    /** All rows of all tables as text. */
    private String everyRow() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String table : rows("select tablename from pg_tables where schemaname = 'public'")) {
            all.addAll(rows("select t::text from public.%s t".formatted(table)));
        }
        return String.join("\n", all);
    }

    /** The rows of a query, each as the text of its only column. */
    private List<String> rows(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                environment.getOrDefault("MDL_DATABASE_URL", ""),
                environment.getOrDefault("MDL_DATABASE_USER", ""),
                environment.getOrDefault("MDL_DATABASE_PASSWORD", ""));
    }

    private static String hexadecimal(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private void domain(String id) throws Exception {
        app.api().post("/api/v1/domains", """
                {"domain_id": "%s", "name": "A domain", "description": "Something."}
                """.formatted(id));
    }

    private void joins(String uid, String domain) throws Exception {
        domain(domain);
        assertThat(join(uid, domain).status()).isEqualTo(204);
    }

    private Reply join(String uid, String domain) throws Exception {
        return app.api().send("PUT", "/api/v1/domains/" + domain + "/members/" + uid, "");
    }

    private Reply patch(String uid) throws Exception {
        return app.api()
                .send(
                        "PATCH",
                        USERS + "/" + uid,
                        "{\"role\": \"viewer\"}",
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        "*");
    }

    private Reply erase(String uid) throws Exception {
        return app.api().send("POST", USERS + "/" + uid + ":erase", "", "If-Match", "*");
    }
}
