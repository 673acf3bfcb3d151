package dev.plinth.app.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL server of one's own on a free port of the loopback, whose data may be lost. */
public final class LocalPostgres implements AutoCloseable {
    public static final String USER = "mdl";
    static final String DATA = "postgres";
    private static final Duration START_MAX = Duration.ofSeconds(60);

    /** As on RDS, passwords count; only the library's own superuser gets in without one. */
    private static final String LOGINS = """
            host all postgres 127.0.0.1/32 trust
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final String password;

    /** Starts the server, over the data of an earlier one if they are in {@code scratch}; its program is unpacked once. */
    public LocalPostgres(Path scratch, Path programs, String password) throws IOException, SQLException {
        Files.createDirectories(programs);
        this.password = password;
        Path data = scratch.resolve(DATA);
        String verb = Files.exists(data) ? "alter" : "create";
        // Not the builder's setting of that name, beside which a folder among the temporary files would be made too.
        System.setProperty("ot.epg.working-dir", programs.toString());
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setPgBinaryResolver((system, architecture) -> program().openStream())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_MAX)
                // Passed to initdb like the locale: less to copy than the usual 16 MiB.
                .setLocaleConfig("wal-segsize", "1")
                .setServerConfig("wal_recycle", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("hba_file", logins(scratch).toString())
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .start();
        execute("%s role %s login password '%s'".formatted(verb, USER, password));
    }

    private static Path logins(Path scratch) throws IOException {
        return Files.writeString(scratch.resolve("pg_hba.conf"), LOGINS);
    }

    /** Unlike the library's own way, this one says in plain words when there is no program for the platform. */
    private static URL program() throws IOException {
        String system = System.getProperty("os.name", "").startsWith("Mac") ? "darwin" : "linux";
        String processor = ArchUtils.normalize(System.getProperty("os.arch"));
        URL program = LocalPostgres.class.getResource("/postgres-%s-%s.txz".formatted(system, processor));
        if (program == null) {
            throw new IOException(
                    "No PostgreSQL for %s on %s is among the libraries of the local run".formatted(system, processor));
        }
        return program;
    }

    /** The name of the jar that the program is in, which has its version. */
    static String release() throws IOException {
        String jar = program().getPath().replaceFirst("\\.jar!/.*", "");
        return jar.substring(jar.lastIndexOf('/') + 1);
    }

    /** Makes an empty database and returns its address. */
    public String createDatabase(String name) throws SQLException {
        return createDatabase(name, USER);
    }

    /** Makes an empty database that belongs to a role which is there, and returns its address. */
    public String createDatabase(String name, String owner) throws SQLException {
        execute("create database %s owner %s".formatted(name, owner));
        return address(name);
    }

    /** The address of a database that is there. */
    String address(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name);
    }

    public String password() {
        return password;
    }

    /** What a query of one row and column gives the superuser. */
    public String text(String query) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var executing = connection.createStatement();
                var rows = executing.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Executes a statement as the superuser. */
    public void execute(String statement) throws SQLException {
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
