package dev.plinth.app.metrics;

import dev.plinth.app.values.Label;
import dev.plinth.app.values.Prose;
import java.util.List;
import java.util.Optional;

/** What else helps people: other names of a metric, and notes. */
public record Remarks(List<Label> aliases, Optional<Prose> notes) {
    private static final Limits ALIASES = new Limits("aliases", 10);

    public Remarks {
        aliases = ALIASES.check(aliases);
    }
}
