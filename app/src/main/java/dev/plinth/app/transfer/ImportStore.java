package dev.plinth.app.transfer;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where imports and their files are kept until they are done. */
public interface ImportStore {
    /** A new import whose file is about to arrive. */
    UUID begin(ImportOrder order);

    /** Keeps the next piece of its file. */
    void append(UUID uid, int position, byte[] piece);

    /** The file has arrived; from now on the import may be taken. */
    Import arrived(UUID uid, long bytes);

    void delete(UUID uid);

    Optional<Import> find(UUID uid);

    /** The first faults of an import, at most so many. */
    List<ImportFault> faults(UUID uid, int limit);

    /**
     * The oldest import that nobody works on, which is the worker's from now on; those whose lease is over are taken over.
     */
    Optional<Taken> take(Lease lease);

    /** Who works on an import, and how long that holds unless it is renewed. */
    record Lease(String worker, Duration length) {}

    /** An import, and how often it was taken. */
    record Taken(Import order, int attempts) {}

    /** Its file, which is read piece by piece. */
    InputStream file(UUID uid);

    /**
     * Keeps how far the worker has come, and the faults found since; renews the lease. False when the import is the
     * worker's no more, or is to end: then the open transaction must be undone.
     */
    boolean advance(UUID uid, Lease lease, Progress progress, List<ImportFault> faults);

    /** Gives it back, so that somebody takes it at once. */
    void release(UUID uid, String worker);

    /** Keeps the end of it, and forgets its file. */
    void finish(UUID uid, String worker, ImportState end, Optional<String> failure);

    /** Ends it at once when nobody works on it; else whoever does ends it soon. */
    void cancel(UUID uid);

    /** Forgets those whose file never arrived whole, and those that were done with long ago. */
    void forget(Duration receiving, Duration finished);
}
