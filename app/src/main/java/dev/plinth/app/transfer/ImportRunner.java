package dev.plinth.app.transfer;

import static java.lang.System.Logger.Level.ERROR;

import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.transfer.ImportStore.Lease;
import dev.plinth.app.values.OverloadedException;
import dev.plinth.app.values.StoreUnavailableException;
import dev.plinth.app.work.Transactions;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Carries out imports that wait, one after the other. Progress is kept together with what was imported, so that who
 * takes over from an instance that died goes on at the very record where it stopped.
 */
public final class ImportRunner implements Runnable {
    private static final System.Logger LOG = System.getLogger(ImportRunner.class.getName());
    /** Much longer than one batch takes: whoever is not heard of for so long is gone. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration RECEIVING_MAX = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int ATTEMPTS_MAX = 5;

    private final Parts parts;
    private final Lease lease;

    /** {@code worker} is a name that no other instance has. */
    public ImportRunner(Parts parts, String worker) {
        this.parts = parts;
        this.lease = new Lease(worker, LEASE);
    }

    /** What imports are carried out with. */
    public record Parts(
            ImportStore store, ImportFiles files, Metrics metrics, Transactions transactions, ImportJournal journal) {}

    /** Carries out all that wait. */
    @Override
    public void run() {
        parts.store().forget(RECEIVING_MAX, REMEMBERED);
        for (Optional<ImportStore.Taken> taken = next(); taken.isPresent(); taken = next()) {
            carryOut(taken.get());
        }
    }

    private Optional<ImportStore.Taken> next() {
        return Thread.currentThread().isInterrupted()
                ? Optional.empty()
                : parts.store().take(lease);
    }

    private void carryOut(ImportStore.Taken taken) {
        Import order = taken.order();
        if (taken.attempts() > ATTEMPTS_MAX) {
            fail(order, "It was begun %d times, and whoever worked on it was gone each time.".formatted(ATTEMPTS_MAX));
            return;
        }
        try {
            switch (new ImportRun(parts, order, lease).carryOut()) {
                case DONE -> finish(order, ImportState.SUCCEEDED, Optional.empty());
                case CUT -> fail(order, "The file could not be read to its end; the last fault tells why.");
                case STOPPED -> stopped(order);
            }
        } catch (StoreUnavailableException | OverloadedException outage) {
            // The next round goes on with it; or whoever finds that its lease is over.
            throw outage;
        } catch (IOException | RuntimeException failure) {
            LOG.log(ERROR, "An import failed", failure);
            fail(order, "The library has a fault, which was logged.");
        }
    }

    /** Somebody wants it to end, the app stops, or another instance has taken it over. */
    private void stopped(Import order) {
        Import now = parts.store().find(order.uid()).orElse(order);
        if (now.details().cancelling()) {
            finish(order, ImportState.CANCELLED, Optional.empty());
        } else {
            parts.store().release(order.uid(), lease.worker());
        }
    }

    private void fail(Import order, String failure) {
        finish(order, ImportState.FAILED, Optional.of(failure));
    }

    private void finish(Import order, ImportState end, Optional<String> failure) {
        parts.transactions().within(() -> {
            parts.store().finish(order.uid(), lease.worker(), end, failure);
            parts.store().find(order.uid()).ifPresent(parts.journal()::done);
            return order;
        });
    }
}
