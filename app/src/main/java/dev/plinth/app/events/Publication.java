package dev.plinth.app.events;

import dev.plinth.app.changes.LinkedChange;
import dev.plinth.app.changes.LinkedChanges;
import java.util.List;
import java.util.function.Consumer;

/** Makes events of those changes that are told to the outside, and hands them to who sends them out. */
public final class Publication implements LinkedChanges {
    private final EventStore store;
    private final Consumer<List<Event>> senders;

    public Publication(EventStore store, Consumer<List<Event>> senders) {
        this.store = store;
        this.senders = senders;
    }

    @Override
    public void linked(List<LinkedChange> changes) {
        List<Event> events = changes.stream()
                .filter(linked -> linked.kept().change().type().isEvent())
                .map(Event::of)
                .toList();
        if (!events.isEmpty()) {
            store.add(events);
            senders.accept(events);
        }
    }
}
