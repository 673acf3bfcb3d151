package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.lifecycle.StartupException;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.Extension.class)
final class MigrationIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String PASSWORD_REFUSED = "28P01";

    private final Map<String, String> environment;
    private final Servers servers;

    MigrationIT(Servers servers) throws SQLException {
        this.servers = servers;
        this.environment = servers.migrationEnvironment();
    }

    @Test
    void theRoleDoesAllThatTheApiNeeds() throws Exception {
        migrate(environment);

        try (var app = new RunningApp(environment)) {
            assertThat(app.create("finance.kept", "finance").status()).isEqualTo(201);
            assertThat(app.create("finance.kept", "finance").status()).isEqualTo(409);
            assertThat(app.api().get("/api/v1/metrics/finance.kept").status()).isEqualTo(200);
            assertThat(app.api().get("/api/v1/metrics?domain=finance").texts("/items", "metric_id"))
                    .containsExactly("finance.kept");
            Eventually.becomes(
                    List.of("finance.kept"),
                    Duration.ofSeconds(10),
                    () -> app.api()
                            .get("/api/v1/audit-events?action=metric.created")
                            .texts("/items", "subject"));
            assertThat(app.api().send("POST", "/api/v1/audit-events:verify", "").text("/intact"))
                    .isEqualTo("true");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table metric",
                "alter table metric add column more text",
                "truncate metric",
                "create table other (id int)",
                "create temporary table other (id int)",
                "create schema other",
                "create role other",
                "delete from flyway_schema_history",
                "update flyway_schema_history set success = false",
                "update audit_event set subject = 'x'",
                "delete from audit_event",
                "truncate audit_event, audit_link, outbox, event",
                "update audit_link set hash = prev_hash",
                "delete from audit_link",
            })
    void theRoleCannotChangeTheSchema(String statement) throws SQLException {
        migrate(environment);

        assertThat(stateOf(statement)).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void theRoleUsesWhatLaterMigrationsMake() throws SQLException {
        migrate(environment);
        servers.asOwner(environment, "create table later (id bigserial primary key, note text)");

        try (var role = asRole(environment);
                var statement = role.createStatement()) {
            assertThat(statement.executeUpdate("insert into later (note) values ('x')"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement_timeout=5s", "lock_timeout=2s", "idle_in_transaction_session_timeout=10s"})
    void theRoleCarriesTheLimitsOfItsSessions(String limit) throws SQLException {
        migrate(environment);

        String[] parts = limit.split("=", -1);
        try (var role = asRole(environment);
                var statement = role.createStatement();
                var rows = statement.executeQuery("show " + parts[0])) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo(parts[1]);
        }
    }

    @Test
    void theServerNeverSeesThePassword() throws SQLException {
        migrate(environment);

        assertThat(servers.verifier(variable("MDL_DATABASE_USER"))).startsWith("SCRAM-SHA-256$");
    }

    @Test
    void aSecondRunChangesNothing() throws SQLException {
        migrate(environment);
        String before = servers.verifier(variable("MDL_DATABASE_USER"));

        migrate(environment);

        assertThat(servers.verifier(variable("MDL_DATABASE_USER"))).isEqualTo(before);
    }

    @Test
    void aNewPasswordTakesThePlaceOfTheOldOne() throws SQLException {
        migrate(environment);
        var rotated = new HashMap<>(environment);
        rotated.put("MDL_DATABASE_PASSWORD", "second-password");

        migrate(rotated);

        try (var session = asRole(rotated)) {
            assertThat(session.isValid(5)).isTrue();
        }
        assertThatThrownBy(() -> asRole(environment).close())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(PASSWORD_REFUSED));
    }

    @Test
    void severalRunsAtOnceDoItOnce() throws Exception {
        try (var running = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = IntStream.range(0, 4)
                    .mapToObj(index -> running.submit(() -> migrate(environment)))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }
        try (var session = asRole(environment)) {
            assertThat(session.isValid(5)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"createrole", "createdb", "superuser", "bypassrls"})
    void aRoleThatMayDoMoreIsRefused(String power) throws SQLException {
        String role = variable("MDL_DATABASE_USER");
        servers.asSuperuser("create role %s login %s".formatted(role, power));

        assertThatThrownBy(() -> migrate(environment))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("The role %s cannot be made".formatted(role))
                .hasMessageContaining("it exists and may do more than the API should")
                .hasMessageContaining("choose another name for MDL_DATABASE_USER");
    }

    @Test
    void anOwnerThatMayNotCreateRolesIsNamed() throws SQLException {
        servers.asSuperuser("alter role %s nocreaterole".formatted(variable("MDL_DATABASE_OWNER")));

        assertThatThrownBy(() -> migrate(environment))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("permission denied to create role")
                .hasMessageContaining(
                        "MDL_DATABASE_OWNER (%s) must own the schema".formatted(variable("MDL_DATABASE_OWNER")));
    }

    private static void migrate(Map<String, String> environment) {
        Migration.run(MigrationSettings.from(environment));
    }

    private String stateOf(String statement) throws SQLException {
        try (var role = asRole(environment);
                var executing = role.createStatement()) {
            executing.execute(statement);
            return "done";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    private static Connection asRole(Map<String, String> variables) throws SQLException {
        return DriverManager.getConnection(
                variables.getOrDefault("MDL_DATABASE_URL", ""),
                variables.getOrDefault("MDL_DATABASE_USER", ""),
                variables.getOrDefault("MDL_DATABASE_PASSWORD", ""));
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
