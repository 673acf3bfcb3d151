package dev.plinth.infra.release;

import java.util.Map;

/** How many of a hundred requests each colour gets. */
public record Weights(int blue, int green) {
    public static final int ALL = 100;

    public Weights {
        if (blue < 0 || green < 0 || blue + green != ALL) {
            throw new IllegalArgumentException(
                    "weights are at least 0 and add up to 100, not %d and %d".formatted(blue, green));
        }
    }

    public static Weights allTo(Colour colour) {
        return colour == Colour.BLUE ? new Weights(ALL, 0) : new Weights(0, ALL);
    }

    public int of(Colour colour) {
        return colour == Colour.BLUE ? blue : green;
    }

    Map<String, Object> toMap() {
        return Map.of(Colour.BLUE.toString(), blue, Colour.GREEN.toString(), green);
    }
}
