package dev.plinth.checks.faults.badapp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Starts the app behind a front that spoils it. The flaw is told by a file beside this class. */
public final class BadMain {
    /** Names the flaw. */
    public static final String FLAW_FILE = "flaw";

    private static final String APP = "dev.plinth.app.Main";
    private static final String READINESS = "/health/ready";
    private static final String HTTP_PORT = "MDL_HTTP_PORT";
    private static final String ADMIN_PORT = "MDL_ADMIN_PORT";

    private BadMain() {}

    public static void main(String[] arguments) throws Exception {
        var environment = new HashMap<>(System.getenv());
        if (arguments.length == 0) {
            var flaw = flaw();
            var requests = new AtomicLong();
            openBefore(HTTP_PORT, environment, flaw, requests);
            openBefore(ADMIN_PORT, environment, flaw, requests);
        }
        // The app's own main takes its environment from the process, which cannot be told another port.
        var run = Class.forName(APP).getDeclaredMethod("run", List.class, Map.class);
        run.setAccessible(true);
        run.invoke(null, List.of(arguments), environment);
    }

    /** Takes the port that the app was to have, and gives it another. */
    private static void openBefore(String variable, Map<String, String> environment, Flaw flaw, AtomicLong requests)
            throws IOException {
        var host = environment.getOrDefault("MDL_HTTP_HOST", "127.0.0.1");
        var port = Integer.parseInt(environment.getOrDefault(variable, "0"));
        var behind = freePort();
        environment.put(variable, String.valueOf(behind));
        var isAdmin = variable.equals(ADMIN_PORT);
        Front.open(
                new InetSocketAddress(host, port),
                behind,
                path -> isAdmin == path.equals(READINESS) && flaw.spoils(isAdmin, requests));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Flaw flaw() throws IOException {
        try (var file = BadMain.class.getResourceAsStream(FLAW_FILE)) {
            if (file == null) {
                throw new IOException("there is no file %s beside this class".formatted(FLAW_FILE));
            }
            return Flaw.valueOf(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
