package dev.plinth.app.lineage;

import java.util.Arrays;
import java.util.List;

/** What one metric says of another. */
public enum RelationshipType {
    /** It is computed from the other. */
    DERIVED_FROM(Family.DEPENDENCY),
    /** It is a ratio, of which the other is the upper part. */
    NUMERATOR(Family.DEPENDENCY),
    /** It is a ratio, of which the other is the lower part. */
    DENOMINATOR(Family.DEPENDENCY),
    /** It is a part of the other, in a tree of metrics. */
    PARENT(Family.HIERARCHY),
    /** Who looks at one should look at the other. */
    RELATED(Family.MUTUAL),
    /** When one gets better, the other may get worse. */
    TRADEOFF(Family.MUTUAL),
    /** It takes the place of the other. */
    REPLACES(Family.SUCCESSION);

    private final Family family;

    RelationshipType(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }

    public static List<RelationshipType> of(Family family) {
        return Arrays.stream(values()).filter(type -> type.family == family).toList();
    }
}
