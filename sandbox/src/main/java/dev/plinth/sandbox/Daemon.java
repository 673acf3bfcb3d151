package dev.plinth.sandbox;

import dev.plinth.sandbox.api.ApiServer;
import dev.plinth.sandbox.control.Aftermath;
import dev.plinth.sandbox.control.ControlServer;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.provider.ProviderServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;

/** The serving process: opens the cloud of a state folder, says where it listens, and ends as it is told. */
final class Daemon {
    private static final Logger LOG = Logger.getLogger(Daemon.class.getName());
    private static final int TOKEN_BYTES = 32;
    private static final String FILE = "daemon.json";

    private Daemon() {}

    /** Returns when the daemon was shut down. */
    static void run(Path folder, String buildId) throws IOException {
        var ending = new CompletableFuture<Aftermath>();
        var ended = new CompletableFuture<Boolean>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ending.complete(Aftermath.KEEP);
            ended.join();
        }));
        try {
            serve(folder, buildId, ending);
        } finally {
            ended.complete(true);
        }
    }

    private static void serve(Path folder, String buildId, CompletableFuture<Aftermath> ending) throws IOException {
        var token = token();
        try (var cloud = Cloud.open(folder);
                var provider = ProviderServer.start(cloud.provider());
                var api = ApiServer.start(token, cloud.api());
                var control = ControlServer.start(token, cloud.overview(), ending)) {
            long pid = ProcessHandle.current().pid();
            Json.write(
                    folder.resolve(FILE),
                    new DaemonFile(pid, provider.port(), control.port(), api.port(), token, buildId));
            LOG.info("serving " + folder);
            var aftermath = ending.join();
            Disk.delete(folder.resolve(FILE));
            if (aftermath == Aftermath.STOP) {
                cloud.removeAll();
                empty(folder);
            }
        }
    }

    private static void empty(Path folder) throws IOException {
        try (var content = Files.list(folder)) {
            content.forEach(Disk::delete);
        }
    }

    private static String token() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
