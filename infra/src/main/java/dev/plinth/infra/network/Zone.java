package dev.plinth.infra.network;

import dev.plinth.infra.config.Shape;

/** An availability zone of a region, by its letter. */
public record Zone(String region, char letter) {
    private static final char LAST = 'f';

    static Shape<Zone> shape(String region) {
        return new Shape<>("a zone's letter from a to " + LAST, "a", text -> {
            if (text.length() != 1 || text.charAt(0) < 'a' || text.charAt(0) > LAST) {
                throw new IllegalArgumentException(text);
            }
            return new Zone(region, text.charAt(0));
        });
    }

    public String name() {
        return region + letter;
    }

    /**
     * The zone's place in the address plan: by letter, so that zones can come and go and no subnet of another moves.
     */
    int slot() {
        return letter - 'a';
    }
}
