package dev.plinth.app.postgres;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Seals what older master keys have sealed with the newest one, so that an older key can be taken away once no row
 * names it any more.
 */
public final class Resealing implements Runnable {
    private static final int ROWS_AT_ONCE = 100;

    private final Jdbi jdbi;
    private final List<SealedRows> sealed;

    public Resealing(Database database, List<SealedRows> sealed) {
        this.jdbi = database.jdbi();
        this.sealed = List.copyOf(sealed);
    }

    /** Goes on until nothing is left, a few rows at a time. */
    @Override
    public void run() {
        sealed.forEach(this::drain);
    }

    private void drain(SealedRows rows) {
        int done = ROWS_AT_ONCE;
        while (done == ROWS_AT_ONCE && !Thread.currentThread().isInterrupted()) {
            done = Outages.translated(() -> jdbi.inTransaction(handle -> rows.sealAnew(handle, ROWS_AT_ONCE)));
        }
    }
}
