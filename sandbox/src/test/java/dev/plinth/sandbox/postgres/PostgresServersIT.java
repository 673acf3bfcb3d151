package dev.plinth.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.machine.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresServersIT {
    private static final int PORT = 5432;
    private static final String PASSWORD = "correct horse 'battery' staple";
    private static final PostgresSettings TLS_ONLY = PostgresSettings.of(true, Map.of("rds.force_ssl", "1"));

    @TempDir
    private Path temporary;

    private Path folder;

    private Machines machines;
    private CertificateAuthority authority;
    private PostgresServers servers;

    @BeforeEach
    void open() {
        // People have such folders; shells and configuration files have opinions on them.
        folder = temporary.resolve("it's \"100%\" mine");
        machines = Machines.open(folder);
        authority = CertificateAuthority.open(folder);
        servers = new PostgresServers(machines, authority, CacheFolder.of(System.getenv()));
    }

    @AfterEach
    void removeEverything() {
        machines.removeAll();
        machines.close();
    }

    @Test
    void aReplicaReplaysWhatThePrimaryWritesUntilBothAreRemoved() throws SQLException {
        PostgresServer primary = servers.create(primary("main", TLS_ONLY));
        execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        PostgresServer replica = servers.createReplica(new ReplicaSpec("copy", "urn:copy", PORT, "main", TLS_ONLY));
        execute(primary, "INSERT INTO metric VALUES (8)");

        assertThat(Pause.until(Duration.ofSeconds(20), () -> sum(replica).equals("15")))
                .isTrue();
        assertThat(servers.lag("copy").streaming()).isTrue();
        assertThatThrownBy(() -> execute(replica, "INSERT INTO metric VALUES (9)"))
                .hasMessageContaining("read-only");
        assertThat(primary.endpoint().host()).isNotEqualTo(replica.endpoint().host());

        servers.remove("copy");
        assertThat(query(primary, "SELECT count(*)::text FROM pg_replication_slots"))
                .isEqualTo("0");
        servers.remove("main");
        assertThat(machines.status()).isEmpty();
        assertThat(Ports.free(primary.endpoint().host(), PORT)).isTrue();
        assertThat(folder.resolve("postgres/main")).doesNotExist();
    }

    @Test
    void aWrongPasswordAndAConnectionWithoutTlsAreRefused() throws SQLException {
        PostgresServer server = servers.create(primary("strict", TLS_ONLY));

        assertThatThrownBy(() -> connect(server, "wrong", "verify-full"))
                .hasMessageContaining("password authentication");
        assertThatThrownBy(() -> connect(server, PASSWORD, "disable")).hasMessageContaining("no encryption");
        try (Connection connection = connect(server, PASSWORD, "verify-full")) {
            assertThat(connection.getCatalog()).isEqualTo("mdl");
        }
    }

    @Test
    void settingsAndPasswordsChangeWhileItRuns() throws SQLException {
        PostgresServer server = servers.create(primary("changing", PostgresSettings.of(false, Map.of())));
        connect(server, PASSWORD, "disable").close();

        servers.configure("changing", PostgresSettings.of(true, Map.of("max_connections", "42", "work_mem", "8MB")));
        servers.changePassword("changing", "another one");

        assertThatThrownBy(() -> connect(server, PASSWORD, "verify-full"))
                .hasMessageContaining("password authentication");
        assertThatThrownBy(() -> connect(server, "another one", "disable")).hasMessageContaining("no encryption");
        try (Connection connection = connect(server, "another one", "verify-full")) {
            assertThat(first(connection, "SHOW max_connections")).isEqualTo("42");
            assertThat(first(connection, "SHOW work_mem")).isEqualTo("8MB");
        }
    }

    @Test
    void aSettingThatPostgresDoesNotKnowIsRefusedAndChangesNothing() throws SQLException {
        PostgresServer server = servers.create(primary("careful", TLS_ONLY));

        assertThatThrownBy(() -> servers.configure("careful", PostgresSettings.of(false, Map.of("wrok_mem", "1MB"))))
                .isInstanceOf(MachineException.class)
                .hasMessageContaining("wrok_mem");
        servers.restart("careful");
        assertThat(query(server, "SELECT 'still here'")).isEqualTo("still here");
    }

    @Test
    void aFailedCreationLeavesNothing() {
        assertThatThrownBy(() ->
                        servers.create(primary("broken", PostgresSettings.of(true, Map.of("shared_buffers", "lots")))))
                .hasMessageContaining("broken")
                .hasMessageContaining("shared_buffers");

        assertThat(servers.find("broken")).isEmpty();
        assertThat(machines.status()).isEmpty();
        assertThat(folder.resolve("postgres/broken")).doesNotExist();
    }

    @Test
    void aPortThatSomebodyHoldsOnAllAddressesBecomesAnotherOne() throws IOException, SQLException {
        try (var taken = new ServerSocket(0)) {
            PostgresServer server =
                    servers.create(new PrimarySpec("moved", "urn:moved", taken.getLocalPort(), account(), TLS_ONLY));

            assertThat(server.portWanted()).isEqualTo(taken.getLocalPort());
            assertThat(server.endpoint().port()).isNotEqualTo(taken.getLocalPort());
            assertThat(query(server, "SELECT 'here'")).isEqualTo("here");
        }
    }

    private static PrimarySpec primary(String name, PostgresSettings settings) {
        return new PrimarySpec(name, "urn:" + name, PORT, account(), settings);
    }

    private static PostgresAccount account() {
        return new PostgresAccount("mdl_owner", PASSWORD, "mdl");
    }

    private String sum(PostgresServer server) {
        try {
            return query(server, "SELECT sum(id)::text FROM metric");
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server, PASSWORD, "verify-full");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server, PASSWORD, "verify-full")) {
            return first(connection, sql);
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect(PostgresServer server, String password, String sslMode) throws SQLException {
        Endpoint endpoint = server.endpoint();
        var properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", password);
        properties.setProperty("sslmode", sslMode);
        properties.setProperty("sslrootcert", authority.certificateFile().toString());
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s".formatted(endpoint.host(), endpoint.port(), server.database()),
                properties);
    }
}
