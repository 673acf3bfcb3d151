package dev.plinth.checks.faults.badapp;

import java.util.concurrent.atomic.AtomicLong;

/** What is wrong with a bad version. */
public enum Flaw {
    /** It never becomes ready. */
    UNREADY {
        @Override
        boolean spoils(boolean readiness, AtomicLong requests) {
            return readiness;
        }
    },
    /** One request of the API in ten fails, from the first on. */
    LEAKY {
        @Override
        boolean spoils(boolean readiness, AtomicLong requests) {
            return !readiness && requests.incrementAndGet() % LEAK_EVERY == 0;
        }
    },
    /** It is good to whoever tries it out, and fails always once it has real traffic. */
    LATE {
        @Override
        boolean spoils(boolean readiness, AtomicLong requests) {
            return !readiness && requests.incrementAndGet() > GOOD_REQUESTS;
        }
    };

    private static final int LEAK_EVERY = 10;
    /** More than a release asks before it shifts any traffic. */
    private static final int GOOD_REQUESTS = 150;

    /** Whether a request is to fail: one for readiness, or one of the API. */
    abstract boolean spoils(boolean readiness, AtomicLong requests);
}
