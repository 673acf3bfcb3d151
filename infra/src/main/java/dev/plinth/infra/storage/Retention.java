package dev.plinth.infra.storage;

/**
 * How long a bucket keeps objects, in days; {@link #NEVER} leaves a step out.
 *
 * @param oldVersions until a version that was overwritten or deleted is gone for good
 * @param cold until an object moves to cold storage, from which reading takes hours
 * @param expiry until an object is deleted
 * @param locked for so long nobody deletes an object, but those who may bypass the governance mode of Object Lock
 */
public record Retention(int oldVersions, int cold, int expiry, int locked) {
    public static final int NEVER = 0;

    public Retention {
        if (oldVersions < 1) {
            throw new IllegalArgumentException("old versions are kept for a day at least, found " + oldVersions);
        }
        if (expiry != NEVER && (cold >= expiry || locked > expiry)) {
            throw new IllegalArgumentException("an object is deleted after %d days, but cold after %d, locked for %d"
                    .formatted(expiry, cold, locked));
        }
    }

    /** Objects stay until somebody deletes them, and then this long. */
    public static Retention ofOldVersions(int days) {
        return new Retention(days, NEVER, NEVER, NEVER);
    }

    public Retention withExpiry(int days) {
        return new Retention(oldVersions, cold, days, locked);
    }

    public Retention withColdStorage(int days) {
        return new Retention(oldVersions, days, expiry, locked);
    }

    public Retention withLock(int days) {
        return new Retention(oldVersions, cold, expiry, days);
    }
}
