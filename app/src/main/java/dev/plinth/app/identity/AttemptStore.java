package dev.plinth.app.identity;

import java.time.Instant;
import java.util.List;

/** Where attempts to sign in are kept, by whom they were made as nobody can read it. */
public interface AttemptStore {
    /** Keeps an attempt, outside of any transaction; returns the times of all since then, oldest first. */
    List<Instant> add(String who, Instant at, Instant since);

    void remove(String who, Instant at);

    void removeAll(String who);

    void removeBefore(Instant time);
}
