package dev.plinth.app.domains;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Prose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Domains in memory. */
public final class DomainMap implements DomainStore {
    private static final Instant TIME = Instant.parse("2026-05-01T12:00:00Z");

    private final TreeMap<DomainId, Domain> domains = new TreeMap<>();
    private int metrics;

    /** A domain that is there from the beginning. */
    public DomainMap with(String id, Optional<String> parent) {
        insert(content(id, parent));
        return this;
    }

    /** So many metrics are in every domain. */
    void metrics(int count) {
        metrics = count;
    }

    static DomainContent content(String id, Optional<String> parent) {
        return new DomainContent(
                new DomainId(id), new Label("A " + id), new Prose("What is in it."), parent.map(DomainId::new));
    }

    @Override
    public void lockTree() {
        // One test at a time.
    }

    @Override
    public Optional<Domain> insert(DomainContent content) {
        if (domains.containsKey(content.id())) {
            return Optional.empty();
        }
        domains.put(content.id(), new Domain(content, 1, TIME, TIME));
        return find(content.id());
    }

    @Override
    public Optional<Domain> find(DomainId id) {
        return Optional.ofNullable(domains.get(id));
    }

    @Override
    public Optional<Domain> lock(DomainId id) {
        return find(id);
    }

    @Override
    public boolean holds(DomainId id) {
        return domains.containsKey(id);
    }

    @Override
    public Domain update(DomainContent content) {
        long revision = find(content.id()).orElseThrow().revision() + 1;
        var domain = new Domain(content, revision, TIME, TIME);
        domains.put(content.id(), domain);
        return domain;
    }

    @Override
    public void delete(DomainId id) {
        domains.remove(id);
    }

    @Override
    public DomainUse use(DomainId id) {
        return new DomainUse(below(id).size(), metrics, 0);
    }

    @Override
    public List<Domain> list(DomainQuery query) {
        return domains.values().stream()
                .filter(domain -> domain.id().value().compareTo(query.after()) > 0)
                .filter(domain -> query.parent().isEmpty()
                        || query.parent().equals(domain.content().parent()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public List<DomainId> ids() {
        return List.copyOf(domains.keySet());
    }

    @Override
    public List<DomainId> pathTo(DomainId id) {
        List<DomainId> path = new ArrayList<>();
        Optional<Domain> step = find(id);
        while (step.isPresent()) {
            path.addFirst(step.get().id());
            step = step.get().content().parent().flatMap(this::find);
        }
        return path;
    }

    @Override
    public int levelsFrom(DomainId id) {
        return 1
                + below(id).stream()
                        .mapToInt(domain -> levelsFrom(domain.id()))
                        .max()
                        .orElse(0);
    }

    @Override
    public List<Domain> from(DomainId id, int limit) {
        List<Domain> all = new ArrayList<>(find(id).stream().toList());
        for (int index = 0; index < all.size(); index++) {
            all.addAll(below(all.get(index).id()));
        }
        return all.stream().limit(limit).toList();
    }

    private List<Domain> below(DomainId id) {
        return domains.values().stream()
                .filter(domain -> domain.content().parent().equals(Optional.of(id)))
                .toList();
    }
}
