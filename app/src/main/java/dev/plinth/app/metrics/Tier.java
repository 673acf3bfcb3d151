package dev.plinth.app.metrics;

import dev.plinth.app.values.InvalidValueException;

/** How much depends on a metric: 1 is watched by the board, 3 by its own team. */
public record Tier(int value) implements Comparable<Tier> {
    public Tier {
        if (value < 1 || value > 3) {
            throw new InvalidValueException("must be 1, 2 or 3");
        }
    }

    @Override
    public int compareTo(Tier other) {
        return Integer.compare(value, other.value);
    }
}
