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
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

/** Runs the app on this machine with servers of its own and an example catalogue, until Ctrl-C. */
public final class LocalRun {
    private static final int PORT_WISHED = 8080;
    private static final int EXIT_FAILED = 1;

    /** With the argument "rehearse" it stops when it is ready: by then Java has seen what a start needs. */
    public static void main(String[] arguments) {
        try {
            Logging.install(Level.WARNING, System.err);
            run(List.of(arguments).contains("rehearse"));
        } catch (RuntimeException | IOException | SQLException failure) {
            System.err.println(Failures.root(failure));
            System.exit(EXIT_FAILED);
        }
    }

    private static void run(boolean rehearses) throws IOException, SQLException {
        var first = new FirstData(LocalServers.cache().resolve("first-data"), Build.key(Clock.systemUTC()));
        var scratch = new Scratch();
        first.copyTo(scratch.folder(), ExampleData::in);
        try {
            Welcome welcome = start(scratch);
            if (rehearses) {
                System.out.println("Writing down how Java starts it, once for this build ...");
                System.exit(0);
            }
            System.out.println(welcome.text());
        } catch (RuntimeException | IOException | SQLException failure) {
            System.err.println(
                    "It did not start. In case that it is their fault, the examples are prepared anew next time.");
            first.forget();
            throw failure;
        }
    }

    private static Welcome start(Scratch scratch) throws IOException, SQLException {
        System.out.println("Starting PostgreSQL and Redis ...");
        Prepared prepared = Prepared.readFrom(scratch.folder());
        Configuration configuration = configuration(LocalServers.start(scratch), prepared);
        Logging.install(configuration.logLevel(), System.err);
        Application application = Application.start(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(application, scratch), "stop"));
        URI address = LocalServers.address(application.apiPort());
        Administrator administrator = Administrator.signIn(address, prepared.password());
        return new Welcome(address, application.adminPort(), prepared.metrics(), administrator);
    }

    private static Configuration configuration(LocalServers servers, Prepared prepared) throws IOException {
        Map<String, String> environment = new HashMap<>(servers.environment());
        environment.put("MDL_HTTP_PORT", Integer.toString(port()));
        environment.put("MDL_KEYS", prepared.masterKey());
        environment.put("MDL_DATABASE_MIGRATE", "false");
        // It is up, and as one person's it needs few connections.
        environment.put("MDL_DATABASE_WAIT_SECONDS", "5");
        environment.put("MDL_DATABASE_POOL_SIZE", "4");
        environment.put("MDL_LOG_LEVEL", System.getenv().getOrDefault("MDL_LOG_LEVEL", "warn"));
        return Configuration.from(environment);
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
