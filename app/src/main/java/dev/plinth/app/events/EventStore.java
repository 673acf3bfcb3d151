package dev.plinth.app.events;

import java.time.Instant;
import java.util.List;

/** Where events are kept. */
public interface EventStore {
    void add(List<Event> events);

    /** The events that the query asks for, in their order; one more than its limit when there are more. */
    List<Event> list(EventQuery query);

    /** What happened from {@code since} on and before {@code until}, in its order. */
    List<Event> between(Instant since, Instant until, int limit);
}
