package dev.plinth.app.idempotency;

import java.util.Optional;

/** The answers of the last {@link #HOURS} hours, by the keys of their requests. */
public interface KeptAnswers {
    /** How long an answer is kept. */
    int HOURS = 24;

    /** Keeps every other request of this key out until the open transaction ends; false when another one is in. */
    boolean claim(RequestKey key);

    Optional<KeptAnswer> find(RequestKey key);

    /** Must be called in the transaction of the effect, so that neither is kept without the other. */
    void keep(RequestKey key, KeptAnswer answer);

    /** Removes the answers that are too old. */
    void forgetOld();
}
