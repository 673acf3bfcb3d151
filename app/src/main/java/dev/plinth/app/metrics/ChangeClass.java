package dev.plinth.app.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How much a change of a metric matters to those who use it. */
public enum ChangeClass {
    /** Its values mean something else from now on. */
    MAJOR,
    /** It is described, broken down or judged otherwise. */
    MINOR,
    /** What helps to find and to understand it. */
    PATCH;

    /** The class of the weightiest difference, or empty when there is none; the id does not count. */
    public static Optional<ChangeClass> between(MetricContent before, MetricContent after) {
        return Arrays.stream(values())
                .filter(candidate -> !candidate.parts(before).equals(candidate.parts(after)))
                .findFirst();
    }

    /** The parts of a content whose change is of this class. */
    private List<Object> parts(MetricContent content) {
        Classification classification = content.classification();
        Definition definition = content.definition();
        Stewardship stewardship = content.stewardship();
        return switch (this) {
            case MAJOR ->
                List.of(
                        definition.measure(),
                        definition.expressions(),
                        definition.filters(),
                        classification.calculationType(),
                        stewardship.sources());
            case MINOR ->
                List.of(
                        content.name(),
                        content.description(),
                        definition.dimensions(),
                        classification.domain(),
                        classification.tier(),
                        classification.metricType(),
                        stewardship.owners(),
                        stewardship.targets());
            case PATCH -> List.of(classification.tags(), content.remarks());
        };
    }
}
