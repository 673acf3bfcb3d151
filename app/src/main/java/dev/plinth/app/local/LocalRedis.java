package dev.plinth.app.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/** A Redis server of one's own on the loopback, whose data may be lost. */
public final class LocalRedis implements AutoCloseable {
    private final RedisServer server;
    private final int port;

    /** Starts the server on this port; 0 is any free one. */
    public LocalRedis(Path scratch, int port, String password) throws IOException {
        this.port = port == 0 ? freePort() : port;
        server = RedisServer.newRedisServer()
                .bind("127.0.0.1")
                .port(this.port)
                .setting("requirepass " + password)
                .setting("pidfile " + scratch.resolve("redis.pid"))
                .setting("dir " + scratch)
                .setting("save \"\"")
                .build();
        server.start();
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:%d".formatted(port);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
