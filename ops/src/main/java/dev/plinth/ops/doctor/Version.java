package dev.plinth.ops.doctor;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** A version of three numbers; what follows them does not count. */
record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final Pattern FORMAT = Pattern.compile("v?(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    /** Reads {@code v3.259.0} and the like. */
    static Optional<Version> parse(String text) {
        var match = FORMAT.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var patch = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
        return Optional.of(new Version(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), patch));
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%d.%d.%d".formatted(major, minor, patch);
    }
}
