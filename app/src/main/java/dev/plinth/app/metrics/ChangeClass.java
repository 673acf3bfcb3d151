package dev.plinth.app.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How much a change of a metric matters to those who use it. */
public enum ChangeClass {
    /** Its values mean something else from now on. */
    MAJOR(
            of(MetricContent::definition, Definition::measure),
            of(MetricContent::definition, Definition::expressions),
            of(MetricContent::definition, Definition::filters),
            of(MetricContent::classification, Classification::calculationType),
            of(MetricContent::stewardship, Stewardship::sources)),
    /** It is described, broken down or judged otherwise. */
    MINOR(
            MetricContent::name,
            MetricContent::description,
            of(MetricContent::definition, Definition::dimensions),
            of(MetricContent::classification, Classification::domain),
            of(MetricContent::classification, Classification::tier),
            of(MetricContent::classification, Classification::metricType),
            of(MetricContent::stewardship, Stewardship::owners),
            of(MetricContent::stewardship, Stewardship::targets)),
    /** What helps to find and to understand it. */
    PATCH(of(MetricContent::classification, Classification::tags), MetricContent::remarks);

    private final List<Function<MetricContent, Object>> parts;

    @SafeVarargs
    ChangeClass(Function<MetricContent, Object>... parts) {
        this.parts = List.of(parts);
    }

    /** The class of the weightiest difference, or empty when there is none; the id does not count. */
    public static Optional<ChangeClass> between(MetricContent before, MetricContent after) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.parts.stream()
                        .anyMatch(part -> !part.apply(before).equals(part.apply(after))))
                .findFirst();
    }


    private static <P> Function<MetricContent, Object> of(Function<MetricContent, P> part, Function<P, Object> field) {
        return part.andThen(field);
    }
}
