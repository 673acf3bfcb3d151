package dev.plinth.app.support;

import dev.plinth.app.work.Transactions;
import java.util.function.Supplier;

/** Runs work at once, for what keeps nothing in a database; one at a time, as the locks of rows would have it. */
public final class DirectTransactions implements Transactions {
    @Override
    public synchronized <T> T within(Supplier<T> work) {
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
