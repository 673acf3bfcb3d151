package dev.plinth.ops.release;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Remembers how pods were started, as one that died and came back may be healthy at every look. */
final class Starts {
    private final TargetHealth targets;
    private final Map<String, String> known = new HashMap<>();

    Starts(TargetHealth targets) {
        this.targets = targets;
    }

    /** Throws when a pod of a colour was started again since it was first seen here. */
    void requireNoneAgain(Colour colour) {
        var now = new TreeMap<>(targets.starts(colour));
        var again = now.entrySet().stream()
                .filter(pod -> !known.getOrDefault(pod.getKey(), pod.getValue()).equals(pod.getValue()))
                .map(pod -> "%s (%s, then %s)".formatted(pod.getKey(), known.get(pod.getKey()), pod.getValue()))
                .toList();
        if (!again.isEmpty()) {
            throw new StepFailed("pods of %s were started again while they were watched: %s"
                    .formatted(colour, String.join(", ", again)));
        }
        known.putAll(now);
    }
}
