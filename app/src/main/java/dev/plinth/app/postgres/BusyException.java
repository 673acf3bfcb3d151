package dev.plinth.app.postgres;

import java.sql.SQLTransientConnectionException;

/** All connections are taken, and too many callers wait for one already, or this one has waited long enough. */
final class BusyException extends SQLTransientConnectionException {
    private static final long serialVersionUID = 1L;

    BusyException(String reason) {
        super(reason);
    }
}
