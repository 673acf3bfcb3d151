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
import java.util.HashMap;
import java.util.Map;
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
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run() throws IOException, SQLException, InterruptedException {
        Logging.install(Level.WARNING, System.err);
        System.out.println("Starting PostgreSQL and Redis ...");
        var servers = LocalServers.start();
        Map<String, String> environment = new HashMap<>(servers.environment());
        environment.put("MDL_HTTP_PORT", Integer.toString(port()));
        environment.put("MDL_LOG_LEVEL", System.getenv().getOrDefault("MDL_LOG_LEVEL", "warn"));
        Configuration configuration = Configuration.from(environment);
        Logging.install(configuration.logLevel(), System.err);
        Application application = Application.start(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(application, servers.scratch()), "stop"));
        URI api = URI.create("http://%s:%d".formatted(LocalServers.HOST, application.apiPort()));
        Administrator administrator =
                Administrator.of(api, servers.environment().getOrDefault("MDL_BOOTSTRAP_TOKEN", ""));
        int examples = Examples.putInto(api.resolve("/api/v1/metrics"), administrator.token());
        welcome(api, application.adminPort(), examples, administrator);
    }

    /** The usual port, or any free one when something else has it. */
    private static int port() throws IOException {
        try (var socket = new ServerSocket(PORT_WISHED, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException busy) {
            return 0;
        }
    }

    private static void welcome(URI api, int adminPort, int examples, Administrator administrator) {
        System.out.println("""

                The Metrics Definition Library runs at %1$s
                with %3$d example metrics; health checks at http://127.0.0.1:%2$d/health/ready

                  Sign in as %4$s with the password %5$s, or use this token for 15 minutes:

                  TOKEN=%6$s
                  curl '%1$s/api/v1/metrics?domain=finance&limit=2' -H "Authorization: Bearer $TOKEN"
                  curl -i %1$s/api/v1/metrics/finance.net-revenue -H "Authorization: Bearer $TOKEN"

                Ctrl-C stops everything; nothing is kept.""".formatted(
                api, adminPort, examples, administrator.email(), administrator.password(), administrator.token()));
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
