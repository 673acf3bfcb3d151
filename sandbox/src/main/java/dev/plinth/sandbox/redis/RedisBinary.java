package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Unpacking;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The unpacked redis-server. */
final class RedisBinary {
    private static final Map<String, String> RESOURCES = Map.of(
            "amd64", "/redis-server-6.2.6-v5-linux-amd64",
            "aarch64", "/redis-server-6.2.7-linux-arm64");

    private RedisBinary() {}

    static Path unpacked(CacheFolder cache) {
        String architecture = System.getProperty("os.arch");
        String resource = RESOURCES.getOrDefault(architecture, "");
        if (resource.isEmpty()) {
            throw new MachineException(
                    "there is no redis-server for Linux on %s: use an x86-64 or arm64 machine".formatted(architecture));
        }
        String name = resource.substring(1);
        return Unpacking.once(cache, name, folder -> {
                    Path program = folder.resolve("redis-server");
                    try (InputStream content = RedisBinary.class.getResourceAsStream(resource)) {
                        if (content == null) {
                            throw new MachineException(name + " is not on the class path");
                        }
                        Files.copy(content, program);
                    }
                    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
                })
                .resolve("redis-server");
    }
}
