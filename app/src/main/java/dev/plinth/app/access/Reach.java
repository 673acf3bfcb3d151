package dev.plinth.app.access;

import dev.plinth.app.values.DomainId;
import java.util.Set;

/** The domains whose things a caller may change. */
public sealed interface Reach {
    boolean covers(DomainId domain);

    /** All of them: reviewers and administrators. */
    record Everywhere() implements Reach {
        @Override
        public boolean covers(DomainId domain) {
            return true;
        }
    }

    /** Those that an editor is a member of, with all domains below them. */
    record Within(Set<DomainId> domains) implements Reach {
        public Within {
            domains = Set.copyOf(domains);
        }

        @Override
        public boolean covers(DomainId domain) {
            return domains.contains(domain);
        }
    }
}
