package dev.plinth.app.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where API keys are kept; revoked ones are found by nobody. */
public interface ApiKeyStore {
    ApiKey insert(String id, UUID user, ApiKey.Content content, byte[] digest);

    Optional<ApiKey> find(String id);

    /** The same, while everybody else who asks so for this key waits for the end of the transaction. */
    Optional<ApiKey> lock(String id);

    /** Those of one user, or of all. */
    List<ApiKey> list(ApiKeyQuery query);

    /** Keeps what the owner has changed, as the next revision. */
    ApiKey update(String id, ApiKey.Content content);

    /** Keeps the digest of a new secret in place of the old one's. */
    ApiKey renew(String id, byte[] digest);

    void revoke(String id);

    /** Revokes all keys of a user, and overwrites how they were called and where they were used. */
    void eraseAll(UUID user);

    /** What decides about a call; empty when the key was revoked, or its owner is not active. */
    Optional<ApiKeyStanding> standing(String id);

    /** Notes that the key is in use. */
    void used(String id);
}
