package dev.plinth.app.page;

import java.util.List;

/** A domain in the tree, with those below it; {@code metrics} counts those of all of them. */
public record DomainNode(String id, String name, String description, long metrics, List<DomainNode> below) {
    public DomainNode {
        below = List.copyOf(below);
    }
}
