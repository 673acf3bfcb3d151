package dev.plinth.app.domains;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Slice;
import java.util.List;

/** A domain and those below it, each after its parent; {@code path} leads from the top to it. */
public record DomainTree(List<DomainId> path, Slice<Domain> domains) {
    public DomainTree {
        path = List.copyOf(path);
    }
}
