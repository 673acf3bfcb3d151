package dev.plinth.app.lifecycle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The state of the app at one moment; {@code checks} says of each part whether it is up, in a fixed order. */
public record Readiness(Phase phase, boolean requiredUp, Map<String, Boolean> checks) {
    public Readiness {
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }

    public boolean isReady() {
        return phase == Phase.SERVING && requiredUp;
    }

    /** Ready, but without something that it would rather have. */
    public boolean isDegraded() {
        return isReady() && checks.containsValue(false);
    }
}
