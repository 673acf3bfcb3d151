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
        welcome(api, application.adminPort(), Examples.putInto(api.resolve("/api/v1/metrics")));
    }

    /** The usual port, or any free one when something else has it. */
    private static int port() throws IOException {
        try (var socket = new ServerSocket(PORT_WISHED, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException busy) {
            return 0;
        }
    }

    private static void welcome(URI api, int adminPort, int examples) {
        System.out.println("""

                The Metrics Definition Library runs at %1$s
                with %3$d example metrics; health checks at http://127.0.0.1:%2$d/health/ready

                  curl '%1$s/api/v1/metrics?domain=finance&limit=2'
                  curl -i %1$s/api/v1/metrics/finance.net-revenue
                  curl -i %1$s/api/v1/metrics -H 'Content-Type: application/json' -d '{
                    "metric_id": "sales.win-rate", "name": "Win rate", "domain": "sales", "metric_type": "lagging",
                    "description": "Share of closed opportunities that were won.",
                    "definition": {"unit": "percent", "expressions": [
                      {"dialect": "ansi_sql", "expression": "100.0 * count(*) filter (where won) / count(*)"}]}}'

                Ctrl-C stops everything; nothing is kept.""".formatted(api, adminPort, examples));
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
