package dev.plinth.app.http.metrics;

import dev.plinth.app.http.Call;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;

/** The id of a metric in an address. */
public final class MetricIds {
    /** The parameter {@code id} of the path; what cannot be an id names no metric. */
    public static MetricId of(Call call) {
        String given = call.path("id");
        try {
            return new MetricId(given);
        } catch (InvalidValueException impossible) {
            throw new NotFoundException("metric", given);
        }
    }

    private MetricIds() {}
}
