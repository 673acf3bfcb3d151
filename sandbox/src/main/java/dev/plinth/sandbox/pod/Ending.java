package dev.plinth.sandbox.pod;

import java.time.Duration;
import java.util.List;

/**
 * How a pod ends: the command that runs before its program is asked to end, empty for none, and the time that both have
 * together.
 */
public record Ending(List<String> preStop, Duration grace) {
    public Ending {
        preStop = List.copyOf(preStop);
    }

    public static Ending within(Duration grace) {
        return new Ending(List.of(), grace);
    }
}
