package dev.plinth.app.work;

import java.util.function.Supplier;

/** Runs work on the database as a whole or not at all. What is called within joins the transaction that is open. */
public interface Transactions {
    /** The result of the work, which is kept when it returns and undone when it throws. */
    <T> T within(Supplier<T> work);

    /**
     * The result of the work within the open transaction; when it throws, only what it did is undone, and the
     * transaction goes on.
     */
    <T> T attempt(Supplier<T> work);

    /** The result of the work, which is undone in any case: to find out what would happen. */
    <T> T undone(Supplier<T> work);

    /** Runs this when the open transaction is kept, at once when none is open; never when it is undone. */
    void afterwards(Runnable action);
}
