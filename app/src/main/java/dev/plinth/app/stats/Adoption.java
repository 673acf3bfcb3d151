package dev.plinth.app.stats;

import java.util.List;

/** How far each domain has come with its metrics; {@code total} is of all of them together. */
public record Adoption(Share total, List<OfDomain> domains) {
    /** How many metrics there are, and of how many of them something is true. */
    public record Share(long metrics, long published, long owned, long read, long consumed) {}

    /** A domain, without those below it. */
    public record OfDomain(String domain, Share share) {}

    public Adoption {
        domains = List.copyOf(domains);
    }
}
