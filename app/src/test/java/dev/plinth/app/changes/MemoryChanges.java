package dev.plinth.app.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Changes that are forgotten when the test ends. */
final class MemoryChanges implements ChangeStore {
    private final List<KeptChange> kept = new ArrayList<>();
    private final List<WaitingChange> waiting = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();

    List<KeptChange> kept() {
        return List.copyOf(kept);
    }

    List<Link> links() {
        return List.copyOf(links);
    }

    long position(String subscriber) {
        return positions.getOrDefault(subscriber, -1L);
    }

    @Override
    public void append(Origin origin, Change change) {
        var added = new KeptChange(kept.size() + 1, new UUID(0, kept.size()), Instant.EPOCH, origin, change);
        kept.add(added);
        waiting.add(new WaitingChange(added, "text of " + added.id()));
    }

    @Override
    public void lockOrder() {
        // There is only one who gives places.
    }

    @Override
    public List<WaitingChange> waiting(int limit) {
        return waiting.stream().limit(limit).toList();
    }

    @Override
    public Optional<Link> lastLink() {
        return links.isEmpty() ? Optional.empty() : Optional.of(links.getLast());
    }

    @Override
    public void add(List<Link> more) {
        links.addAll(more);
        waiting.removeIf(change ->
                more.stream().anyMatch(link -> link.changeId() == change.kept().id()));
    }

    @Override
    public Optional<Instant> oldestUnfinished() {
        return waiting.stream().map(change -> change.kept().at()).findFirst();
    }

    @Override
    public void enrol(List<String> subscribers) {
        subscribers.forEach(name -> positions.putIfAbsent(name, 0L));
    }

    @Override
    public long lockPosition(String subscriber) {
        return position(subscriber);
    }

    @Override
    public void movePosition(String subscriber, long sequence) {
        positions.put(subscriber, sequence);
    }

    @Override
    public List<RecordedChange> after(long sequence, int limit) {
        return links.stream()
                .filter(link -> link.sequence() > sequence)
                .limit(limit)
                .map(link -> new LinkedChange(link, kept.get((int) link.changeId() - 1)).recorded())
                .toList();
    }
}
