package dev.plinth.app.stats;

import dev.plinth.app.values.MetricId;
import java.time.LocalDate;
import java.util.List;

/** How much metrics were read through the API in the last days, today included. */
public record Usage(int days, long reads, List<Day> byDay, List<MostRead> mostRead) {
    /** The reads of a day, UTC. */
    public record Day(LocalDate day, long reads) {}

    /** One of the metrics that were read most. */
    public record MostRead(MetricId id, String name, long reads) {}

    public Usage {
        byDay = List.copyOf(byDay);
        mostRead = List.copyOf(mostRead);
    }
}
