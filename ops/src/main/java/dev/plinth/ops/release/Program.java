package dev.plinth.ops.release;

import dev.plinth.ops.Failure;
import dev.plinth.ops.recovery.Scratch.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program as it runs: its command, all of its environment, and the folder that it works in. */
record Program(List<String> command, Map<String, String> environment, Path folder) {
    private static final String URL = "MDL_DATABASE_URL";
    /** Nothing listens at port 1. */
    private static final String NOWHERE = "127.0.0.1:1";

    /** A copy has subscribers too, who must hear nothing of it: connections that leave this machine lead nowhere. */
    private static final List<String> UNHEARD =
            List.of("-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=1", "-DsocksNonProxyHosts=localhost|127.*|[::1]");

    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Where an instance listens on this machine. */
    record Ports(int api, int admin) {}

    /** The program of a process on this machine. */
    static Program of(long pid) {
        var process = Path.of("/proc", Long.toString(pid));
        try {
            var environment = new TreeMap<String, String>();
            for (var variable : words(process.resolve("environ"))) {
                var equals = variable.indexOf('=');
                environment.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
            return new Program(
                    words(process.resolve("cmdline")),
                    environment,
                    process.resolve("cwd").toRealPath());
        } catch (IOException e) {
            throw Failure.failed("the live version, pid %d, cannot be looked at: %s".formatted(pid, e));
        }
    }

    /** The same version as an instance of its own on a copy: with no cache, no listeners to its events, and open to anybody. */
    Program on(Place copy, Ports ports) {
        var mine = new TreeMap<>(environment);
        mine.remove("MDL_OTLP_ENDPOINT");
        mine.put(URL, url(copy));
        mine.put("MDL_DATABASE_MIGRATE", "false");
        mine.put("MDL_REDIS_URL", "redis://" + NOWHERE);
        mine.put("MDL_REGISTRATION", "open");
        mine.put("MDL_HTTP_HOST", "127.0.0.1");
        mine.put("MDL_HTTP_PORT", String.valueOf(ports.api()));
        mine.put("MDL_ADMIN_PORT", String.valueOf(ports.admin()));
        mine.put("MDL_DRAIN_NOTICE_SECONDS", "0");
        var words = new ArrayList<>(command);
        words.addAll(1, UNHEARD);
        return new Program(words, mine, folder);
    }

    /** The migration of the version in a folder, as the owner of a copy, on this program's Java. */
    Program migration(Path version, Place copy) {
        var mine = new TreeMap<>(environment);
        mine.put(URL, url(copy));
        mine.put("MDL_DATABASE_OWNER", copy.owner());
        mine.put("MDL_DATABASE_OWNER_PASSWORD", copy.password());
        var words = new ArrayList<>(List.of(command.getFirst()));
        words.addAll(command.stream()
                .filter(word -> word.startsWith("-Djavax.net.ssl."))
                .toList());
        words.addAll(List.of("-jar", "app.jar", "migrate"));
        return new Program(words, mine, version);
    }

    /** Without the environment, which holds passwords. */
    @Override
    public String toString() {
        return "%s in %s".formatted(command, folder);
    }

    private String url(Place copy) {
        return environment
                .getOrDefault(URL, "")
                .replaceFirst("//[^/]+/", "//%s:%d/".formatted(copy.host(), copy.port()));
    }

    /** Each word ends with a zero. */
    private static List<String> words(Path file) throws IOException {
        var text = Files.readString(file);
        if (text.isEmpty()) {
            throw new IOException(file + " is empty: the process has ended");
        }
        return List.of(text.substring(0, text.length() - 1).split("\0", -1));
    }
}
