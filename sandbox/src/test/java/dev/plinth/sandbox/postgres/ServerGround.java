package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.machine.Rounds;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;

/** Servers of a test's own, with backups that are looked after; closing it leaves nothing running. */
final class ServerGround implements AutoCloseable {
    static final int PORT = 5432;
    static final String PASSWORD = "correct-horse-battery";
    static final PostgresSettings BACKED_UP =
            PostgresSettings.of(true, Map.of()).withBackups(7);

    private final CertificateAuthority authority;
    private final Rounds rounds;
    final Machines machines;
    final PostgresServers servers;

    ServerGround(Path folder) {
        this.machines = Machines.open(folder);
        this.authority = CertificateAuthority.open(folder);
        this.servers = new PostgresServers(machines, authority, CacheFolder.of(System.getenv()));
        this.rounds = Rounds.start("backups", Duration.ofMillis(200), () -> servers.tend(Duration.ofHours(1)));
    }

    PostgresServer primary(String name) {
        var account = new PostgresAccount("mdl_owner", PASSWORD, "mdl");
        return servers.create(new PrimarySpec(name, "urn:" + name, PORT, account, BACKED_UP));
    }

    PostgresServer restore(String name, RestorePoint point) {
        return servers.restore(new RestoreSpec(name, "urn:" + name, PORT, point, BACKED_UP));
    }

    /** Returns when the server can be restored to that moment. */
    void awaitRestorable(String name, Instant moment) {
        if (!Pause.until(
                Duration.ofSeconds(60),
                () -> servers.window(name)
                        .filter(window -> !window.latest().isBefore(moment))
                        .isPresent())) {
            throw new AssertionError("%s is not restorable to %s: %s".formatted(name, moment, servers.window(name)));
        }
    }

    void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    Connection connect(PostgresServer server) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", PASSWORD);
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", authority.certificateFile().toString());
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s".formatted(server.endpoint(), server.database()), properties);
    }

    @Override
    public void close() {
        rounds.close();
        machines.removeAll();
        machines.close();
    }
}
