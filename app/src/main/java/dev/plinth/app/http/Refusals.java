package dev.plinth.app.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts what is refused, by its reason. */
final class Refusals {
    private final Map<ProblemType, Counter> counters = new EnumMap<>(ProblemType.class);

    Refusals(MeterRegistry meters) {
        for (ProblemType type : ProblemType.values()) {
            counters.put(
                    type,
                    Counter.builder("mdl.http.rejected")
                            .description("Requests that were answered with a problem, by its code")
                            .tag("reason", type.code())
                            .register(meters));
        }
    }

    void count(ProblemType type) {
        Objects.requireNonNull(counters.get(type)).increment();
    }
}
