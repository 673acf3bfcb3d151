package dev.plinth.app.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL server of one's own on a free port of the loopback, whose data may be lost. */
public final class LocalPostgres implements AutoCloseable {
    public static final String USER = "mdl";
    private static final Duration START_MAX = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final String password;

    /** Starts the server; its program is unpacked once into {@code programs}. */
    public LocalPostgres(Path scratch, Path programs, String password) throws IOException, SQLException {
        Files.createDirectories(programs);
        this.password = password;
        server = EmbeddedPostgres.builder()
                .setDataDirectory(scratch.resolve("postgres"))
                .setOverrideWorkingDirectory(programs.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_MAX)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .start();
        execute("create role %s login password '%s'".formatted(USER, password));
    }

    /** Makes an empty database and returns its address. */
    public String createDatabase(String name) throws SQLException {
        execute("create database %s owner %s".formatted(name, USER));
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name);
    }

    public String password() {
        return password;
    }

    private void execute(String statement) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var executing = connection.createStatement()) {
            executing.execute(statement);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
