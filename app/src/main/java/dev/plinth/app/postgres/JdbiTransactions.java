package dev.plinth.app.postgres;

import dev.plinth.app.work.Transactions;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Transactions on the pool; all tables of this package take part, since Jdbi keeps one handle a thread. */
public final class JdbiTransactions implements Transactions {
    private final Jdbi jdbi;
    private final AtomicLong attempts = new AtomicLong();

    public JdbiTransactions(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public <T> T within(Supplier<T> work) {
        return Outages.translated(() -> jdbi.withHandle(
                handle -> handle.isInTransaction() ? work.get() : handle.inTransaction(begun -> work.get())));
    }

    @Override
    public <T> T attempt(Supplier<T> work) {
        String savepoint = "attempt_" + attempts.incrementAndGet();
        return Outages.translated(() -> jdbi.withHandle(handle -> {
            handle.savepoint(savepoint);
            try {
                T result = work.get();
                handle.releaseSavepoint(savepoint);
                return result;
            } catch (RuntimeException failure) {
                handle.rollbackToSavepoint(savepoint);
                throw failure;
            }
        }));
    }

    @Override
    public <T> T undone(Supplier<T> work) {
        return Outages.translated(() -> jdbi.withHandle(handle -> {
            handle.begin();
            try {
                return work.get();
            } finally {
                handle.rollback();
            }
        }));
    }

    @Override
    public void afterwards(Runnable action) {
        jdbi.useHandle(handle -> {
            if (handle.isInTransaction()) {
                handle.afterCommit(action);
            } else {
                action.run();
            }
        });
    }
}
