package dev.plinth.app.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where sessions and their refresh tokens are kept. */
public interface SessionStore {
    Session insert(UUID user, String address, Instant expiresAt);

    void addToken(UUID session, byte[] digest);

    /** What the user of an open session may do; empty when it is closed or over, or the user is not active. */
    Optional<Standing> standing(UUID session);

    /** The token, while everybody else who asks for one of its session waits for the end of the transaction. */
    Optional<RefreshToken> lockToken(byte[] digest);

    /** Marks the token as used, and the session as alive until then. */
    void useToken(byte[] digest, UUID session, Instant expiresAt);

    /** An open session. */
    Optional<Session> find(UUID session);

    /** The open sessions of a user after this one, in the order in which they were opened. */
    List<Session> list(UUID user, Optional<UUID> after, int limit);

    /** Closes it; false when it was closed already. */
    boolean close(UUID session);

    /** Closes all open sessions of a user but one; returns which. */
    List<UUID> closeAll(UUID user, Optional<UUID> butNot);

    /** Overwrites where the sessions of a user came from. */
    void eraseAddresses(UUID user);

    /** Removes sessions that were over at this time, with their tokens. */
    int removeBefore(Instant time);
}
