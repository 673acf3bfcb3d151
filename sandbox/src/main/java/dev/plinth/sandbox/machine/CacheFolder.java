package dev.plinth.sandbox.machine;

import java.nio.file.Path;
import java.util.Map;

/** The user's folder for unpacked tools, shared by every stack: PLINTH_CACHE_HOME, else below the XDG cache. */
public record CacheFolder(Path path) {
    public static CacheFolder of(Map<String, String> environment) {
        String own = environment.getOrDefault("PLINTH_CACHE_HOME", "");
        if (!own.isEmpty()) {
            return new CacheFolder(Path.of(own).toAbsolutePath());
        }
        String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path parent = shared.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache")
                : Path.of(shared);
        return new CacheFolder(parent.resolve("plinth").toAbsolutePath());
    }
}
