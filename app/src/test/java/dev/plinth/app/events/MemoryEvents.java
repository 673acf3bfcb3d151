package dev.plinth.app.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events that are forgotten when the test ends. */
public final class MemoryEvents implements EventStore {
    private final List<Event> events = new ArrayList<>();

    @Override
    public void add(List<Event> more) {
        events.addAll(more);
    }

    @Override
    public List<Event> list(EventQuery query) {
        return events.stream()
                .filter(event -> event.sequence() > query.after())
                .filter(event -> query.types().isEmpty() || query.types().contains(event.type()))
                .filter(event -> query.restricted() || !event.restricted())
                .limit(query.limit() + 1L)
                .toList();
    }

    @Override
    public List<Event> between(Instant since, Instant until, int limit) {
        return events.stream()
                .filter(event -> !event.at().isBefore(since) && event.at().isBefore(until))
                .limit(limit)
                .toList();
    }
}
