package dev.plinth.ops.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What surrounds a release and it does not change. */
public interface Premises {
    /** The account that whoever releases is signed in to. */
    String account();

    /** The account that the environment lives in. */
    String accountExpected();

    /** The last moment that the database can be restored to; nothing when it cannot. */
    Optional<Instant> restorable();

    /** When the newest backup was made that can be restored; nothing when there is none. */
    Optional<Instant> newestBackup();

    /** The disk that a release fills. */
    Space space();

    /** Tells whether an image, named by its digest, is where nodes would fetch it. */
    boolean holds(String image);

    /** The names of the environment's alarms that fire. */
    List<String> alarms();
}
