package dev.plinth.app.support;

import dev.plinth.app.work.Transactions;
import java.util.function.Supplier;

/** Runs work at once, for what keeps nothing in a database. */
public final class DirectTransactions implements Transactions {
    @Override
    public <T> T within(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T attempt(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T undone(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void afterwards(Runnable action) {
        action.run();
    }
}
