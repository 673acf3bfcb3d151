package dev.plinth.app.page;

import dev.plinth.app.domains.Domain;
import dev.plinth.app.values.DomainId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All domains with how they lie below each other; {@code metrics} tells how many each has itself. */
record Forest(Map<DomainId, Domain> domains, Map<String, Long> metrics) {
    static Forest of(List<Domain> domains, Map<String, Long> metrics) {
        Map<DomainId, Domain> byId = new LinkedHashMap<>();
        domains.forEach(domain -> byId.put(domain.id(), domain));
        return new Forest(byId, metrics);
    }

    /** The trees of the domains that have none above them, by name. */
    List<DomainNode> trees() {
        return below(Optional.empty());
    }

    /** The domains right below one, with all that is below them. */
    List<DomainNode> below(Optional<DomainId> parent) {
        return domains.values().stream()
                .filter(domain -> domain.content().parent().equals(parent))
                .map(this::node)
                .sorted(Comparator.comparing(DomainNode::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The way to a domain from the top, itself included. */
    List<Domain> path(DomainId id) {
        List<Domain> path = new ArrayList<>();
        Optional<DomainId> next = Optional.of(id);
        while (next.isPresent() && domains.containsKey(next.get())) {
            Domain domain = domains.get(next.get());
            path.addFirst(domain);
            next = domain.content().parent();
        }
        return List.copyOf(path);
    }

    /** What a domain is called. */
    String name(DomainId id) {
        Domain domain = domains.get(id);
        return domain == null ? id.value() : domain.content().name().value();
    }

    private DomainNode node(Domain domain) {
        List<DomainNode> below = below(Optional.of(domain.id()));
        long own = metrics.getOrDefault(domain.id().value(), 0L);
        return new DomainNode(
                domain.id().value(),
                domain.content().name().value(),
                domain.content().description().value(),
                own + below.stream().mapToLong(DomainNode::metrics).sum(),
                below);
    }
}
