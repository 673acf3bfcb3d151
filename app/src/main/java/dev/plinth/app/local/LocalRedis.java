package dev.plinth.app.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import redis.embedded.core.ExecutableProvider;

/** A Redis server of one's own on the loopback, whose data may be lost. */
public final class LocalRedis implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final int port;
    private final Process server;

    /** Starts the server on this port; 0 is any free one. */
    public LocalRedis(Path scratch, int port, String password) throws IOException {
        this.port = port == 0 ? freePort() : port;
        String program = ExecutableProvider.newJarResourceProvider(scratch.toFile())
                .get()
                .getAbsolutePath();
        server = new ProcessBuilder(program, "-")
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try (var settings = server.outputWriter(StandardCharsets.UTF_8)) {
            // By its input: a command line could be read by everyone on the machine.
            settings.write(settings(scratch, this.port, password));
        }
        awaitStart();
    }

    private static String settings(Path scratch, int port, String password) {
        return """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                pidfile "%s"
                save ""
                """.formatted(port, password, scratch, scratch.resolve("redis.pid"));
    }

    private void awaitStart() throws IOException {
        long begin = System.nanoTime();
        while (!accepts()) {
            if (!server.isAlive() || System.nanoTime() - begin > START_MAX.toNanos()) {
                server.destroyForcibly();
                throw new IOException("Redis did not start on port %d".formatted(port));
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                server.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IOException("Redis was not waited for", stopping);
            }
        }
    }

    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return server.pid();
    }

    public String url() {
        return "redis://127.0.0.1:%d".formatted(port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Kills the server, as an outage would. */
    @Override
    public void close() {
        server.destroyForcibly().onExit().join();
    }
}
