package dev.plinth.app.identity;

import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Scope;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.crypto.RandomSecrets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What decides whether a call with an API key is let in, and what it may do. */
@SuppressWarnings("ArrayRecordComponent") // Compared in constant time, never by equals.
public record ApiKeyStanding(
        Standing owner, byte[] digest, Set<Scope> scopes, List<IpNetwork> networks, Instant expiresAt) {
    public ApiKeyStanding {
        scopes = Set.copyOf(scopes);
        networks = List.copyOf(networks);
    }

    boolean isSecret(String secret) {
        return MessageDigest.isEqual(digest, RandomSecrets.digest(secret));
    }

    /** The caller; throws when the key is over, or must not be used from this address. */
    Principal principal(ApiKeyText key, String address, Instant now) {
        if (!expiresAt.isAfter(now)) {
            throw new UnauthenticatedException("The API key is over: rotate it, or make another one.");
        }
        if (!networks.isEmpty() && networks.stream().noneMatch(network -> network.contains(address))) {
            throw new UnauthenticatedException("The API key must not be used from the address %s.".formatted(address));
        }
        // A user who has lost a right has lost it for the keys too.
        Set<Scope> both = new HashSet<>(scopes);
        both.retainAll(owner.role().scopes());
        return new Principal(Principal.Kind.API_KEY, key.id(), both, owner.reach());
    }
}
