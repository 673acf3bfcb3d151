package dev.plinth.sandbox.proxy.process;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.proxy.ProxyConfiguration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The configuration in force and the ports it got, kept for the process that comes after this one. */
record Saved(ProxyConfiguration configuration, Map<Integer, Integer> ports) {
    private static final String CONFIGURATION = "configuration.json";
    private static final String PORTS = "ports.json";

    static Optional<Saved> read(Path folder) {
        Map<Integer, Integer> ports = Disk.read(folder.resolve(PORTS))
                .map(text -> Json.parse(text, new TypeReference<Map<Integer, Integer>>() {}))
                .orElse(Map.of());
        return Json.read(folder.resolve(CONFIGURATION), ProxyConfiguration.class)
                .map(configuration -> new Saved(configuration, ports));
    }

    static void write(Path folder, String configuration, Map<Integer, Integer> ports) {
        Json.write(folder.resolve(PORTS), ports);
        Disk.write(folder.resolve(CONFIGURATION), configuration);
    }
}
