package dev.plinth.app.identity;

import dev.plinth.app.access.Scope;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Label;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A key that a program of a user calls with. */
public record ApiKey(
        String id, UUID user, Content content, Instant expiresAt, Optional<Instant> lastUsedAt, Stamp stamp) {
    /**
     * What its owner decides.
     *
     * @param networks where it may be used from; none means everywhere
     * @param lifetimeDays how long a secret of it is good
     */
    public record Content(Label name, Set<Scope> scopes, List<IpNetwork> networks, int lifetimeDays) {
        public static final int LIFETIME_DAYS_MAX = 365;
        public static final int LIFETIME_DAYS_UNLESS_TOLD = 90;
        private static final int NETWORKS_MAX = 20;

        public Content {
            scopes = Set.copyOf(scopes);
            networks = List.copyOf(networks);
            if (scopes.isEmpty() || networks.size() > NETWORKS_MAX) {
                throw new InvalidValueException(
                        "must be at least one, and networks at most %d".formatted(NETWORKS_MAX));
            }
        }
    }

    /** At which revision it is, and since when. */
    public record Stamp(long revision, Instant createdAt, Instant updatedAt) {}
}
