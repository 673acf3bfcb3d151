package dev.plinth.app.local;

import dev.plinth.app.Application;
import dev.plinth.app.Configuration;
import dev.plinth.app.lifecycle.Failures;
import dev.plinth.app.logging.Logging;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;

/** Runs the app on this machine with servers of its own and an example catalogue, until Ctrl-C. */
public final class LocalRun {
    private static final int PORT_WISHED = 8080;
    private static final int EXIT_FAILED = 1;

    public static void main(String[] arguments) {
        try {
            run();
        } catch (RuntimeException | IOException | SQLException failure) {
            System.err.println(Failures.root(failure));
            System.exit(EXIT_FAILED);
        }
    }

    private static void run() throws IOException, SQLException {
        Logging.install(Level.WARNING, System.err);
        System.out.println("Starting PostgreSQL and Redis ...");
        // Meanwhile: reading them takes as long as a server needs to start.
        var reading = CompletableFuture.supplyAsync(Catalogue::read);
        var servers = LocalServers.start();
        Map<String, String> environment = new HashMap<>(servers.environment());
        environment.put("MDL_HTTP_PORT", Integer.toString(port()));
        // For one person: few connections learn what they are asked sooner than many, and remember it from the first
        // time.
        environment.put("MDL_DATABASE_POOL_SIZE", "4");
        environment.computeIfPresent("MDL_DATABASE_URL", (name, url) -> url + "?prepareThreshold=1");
        environment.put("MDL_LOG_LEVEL", System.getenv().getOrDefault("MDL_LOG_LEVEL", "warn"));
        Configuration configuration = Configuration.from(environment);
        Logging.install(configuration.logLevel(), System.err);
        Application application = Application.start(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(application, servers.scratch()), "stop"));
        URI address = URI.create("http://%s:%d".formatted(LocalServers.HOST, application.apiPort()));
        Administrator administrator =
                Administrator.of(address, servers.environment().getOrDefault("MDL_BOOTSTRAP_TOKEN", ""));
        try (var api = new ApiClient(address, administrator.token())) {
            int examples = new Examples(api, Clock.systemUTC()).put(reading.join());
            System.out.println(new Welcome(address, application.adminPort(), examples, administrator).text());
        }
    }

    /** The usual port, or any free one when something else has it. */
    private static int port() throws IOException {
        try (var socket = new ServerSocket(PORT_WISHED, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException busy) {
            return 0;
        }
    }

    private static void stop(Application application, Scratch scratch) {
        application.close();
        try {
            // Its watcher ends PostgreSQL and Redis, and removes what they wrote.
            scratch.close();
        } catch (IOException failure) {
            System.err.println(
                    "The folder %s could not be removed: %s".formatted(scratch.folder(), failure.getMessage()));
        }
    }

    private LocalRun() {}
}
