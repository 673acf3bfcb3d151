package dev.plinth.app.postgres;

import org.jdbi.v3.core.Handle;

/** Rows with sealed columns, which name the master key that sealed them. */
public interface SealedRows {
    /** Seals some of what older keys have sealed with the newest one: at most {@code limit} rows. Returns how many. */
    int sealAnew(Handle handle, int limit);
}
