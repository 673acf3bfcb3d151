package dev.plinth.infra.database;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * How much memory an instance class has. Within a family memory doubles with the size, so a family is told by its
 * {@code large}: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html.
 */
final class InstanceMemory {
    static final long GIB = 1L << 30;

    /** The memory of {@code large}, in GiB, by the letter of the family. */
    private static final Map<String, Double> LARGE_GIB = Map.of("t", 8.0, "m", 8.0, "r", 16.0, "c", 4.0, "x", 32.0);

    /** How many {@code large} a size is. */
    private static final Map<String, Double> SIZES =
            Map.of("micro", 1.0 / 8, "small", 1.0 / 4, "medium", 1.0 / 2, "large", 1.0, "xlarge", 2.0);

    private static final Pattern CLASS = Pattern.compile("db\\.([a-z])[a-z0-9]*\\.(\\d*)([a-z]+)");

    private InstanceMemory() {}

    /** Of a class that is not known, the least that any has: then an alarm comes late, but a threshold can be met. */
    static long bytes(String instanceClass) {
        var parts = CLASS.matcher(instanceClass);
        if (!parts.matches()) {
            return GIB;
        }
        double large = LARGE_GIB.getOrDefault(parts.group(1), 0.0);
        double times = parts.group(2).isEmpty() ? 1 : Double.parseDouble(parts.group(2));
        double size = SIZES.getOrDefault(parts.group(3), 0.0);
        return Math.max(GIB, (long) (large * times * size * GIB));
    }
}
