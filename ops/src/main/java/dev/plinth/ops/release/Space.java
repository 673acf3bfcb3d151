package dev.plinth.ops.release;

import java.util.Locale;
import java.util.Optional;

/**
 * What is free on a disk.
 *
 * @param freeBytes nothing when nobody knows
 * @param neededBytes with less no release begins
 */
public record Space(String disk, Optional<Long> freeBytes, long neededBytes) {
    private static final double GIB = 1L << 30;

    boolean suffices() {
        return freeBytes.filter(free -> free >= neededBytes).isPresent();
    }

    @Override
    public String toString() {
        return freeBytes
                .map(free -> "%s has %s free".formatted(disk, gib(free)))
                .orElse("nobody knows what %s has free".formatted(disk));
    }

    /** How much has to be free, in words. */
    String needed() {
        return gib(neededBytes);
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }
}
