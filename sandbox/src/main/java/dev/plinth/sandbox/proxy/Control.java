package dev.plinth.sandbox.proxy;

import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.machine.Endpoint;
import java.nio.file.Path;

/** Where a load balancer process is steered, and the token that it wants to see; kept readable by its owner only. */
public record Control(Endpoint endpoint, String token) {
    /** Takes the whole configuration by PUT. */
    public static final String CONFIGURATION = "/configuration";
    /** Answers with the status by GET. */
    public static final String STATUS = "/status";

    /** Answers by GET with what happened between two seconds. */
    public static final String TRAFFIC = "/traffic";

    private static final String FILE = "control.json";

    public static Control read(Path folder) {
        return Json.read(folder.resolve(FILE), Control.class)
                .orElseThrow(() -> new IllegalStateException("there is no " + folder.resolve(FILE)));
    }

    public void write(Path folder) {
        Json.write(folder.resolve(FILE), this);
    }

    @Override
    public String toString() {
        return "Control[" + endpoint + "]";
    }
}
