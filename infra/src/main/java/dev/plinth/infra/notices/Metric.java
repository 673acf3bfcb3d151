package dev.plinth.infra.notices;

import com.pulumi.core.Output;
import java.util.Map;

/**
 * A metric of CloudWatch, looked at in one way.
 *
 * @param dimensions what it is the metric of
 */
public record Metric(String namespace, String name, Output<Map<String, String>> dimensions, Statistic statistic) {

    /** A metric of one thing that goes by one dimension. */
    public static Metric of(String namespace, String name, String dimension, Output<String> value) {
        return new Metric(namespace, name, value.applyValue(known -> Map.of(dimension, known)), Statistic.AVERAGE);
    }

    /** The same metric, looked at in another way. */
    public Metric by(Statistic other) {
        return new Metric(namespace, name, dimensions, other);
    }
}
