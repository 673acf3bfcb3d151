package dev.plinth.infra.database;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;

/** How large the database's machines are; their storage grows by itself up to its limit. */
public record DatabaseSize(String instanceClass, int storageGib, int storageGibMax) {
    private static final int GIB_MIN = 20;
    private static final int GIB_MAX = 65_536;
    private static final Shape<String> INSTANCE_CLASS =
            Shape.matching("db\\.[a-z0-9]+\\.[a-z0-9]+", "an RDS instance class", "db.m7g.large");

    public static DatabaseSize read(Section settings) {
        var size = new DatabaseSize(
                settings.required("instanceClass", INSTANCE_CLASS),
                settings.integer("storageGib", GIB_MIN, GIB_MAX, GIB_MIN),
                settings.integer("storageGibMax", GIB_MIN, GIB_MAX, 5 * GIB_MIN));
        // RDS refuses a limit that is less than a tenth above the start.
        if (size.storageGibMax * 10L < size.storageGib * 11L) {
            settings.report(
                    "storageGibMax",
                    "at least a tenth more than storageGib (%d)".formatted(size.storageGib),
                    "raise it");
        }
        return size;
    }

    /** Whether the servers save up processor time while they rest. */
    boolean isBurstable() {
        return instanceClass.startsWith("db.t");
    }
}
