package dev.plinth.checks.faults.badapp;

import java.util.concurrent.atomic.AtomicLong;

/** What is wrong with a bad version. */
public enum Flaw {
    /** It never becomes ready. */
    UNREADY("never ready", 0) {
        @Override
        boolean spoils(boolean readiness, AtomicLong requests) {
            return readiness;
        }
    },
    /** One request of the API in ten fails, from the first on: it is found before it gets traffic. */
    LEAKY("one request in ten fails", 0) {
        @Override
        boolean spoils(boolean readiness, AtomicLong requests) {
            return !readiness && requests.incrementAndGet() % LEAK_EVERY == 0;
        }
    },
    /** It is good to whoever tries it out, and fails always once it has real traffic. */
    LATE("fails once it has traffic", 0.1) {
        @Override
        boolean spoils(boolean readiness, AtomicLong requests) {
            return !readiness && requests.incrementAndGet() > GOOD_REQUESTS;
        }
    };

    private static final int LEAK_EVERY = 10;
    /** More than a release asks before it shifts any traffic. */
    private static final int GOOD_REQUESTS = 250;

    private final String what;
    private final double failingMax;

    Flaw(String what, double failingMax) {
        this.what = what;
        this.failingMax = failingMax;
    }

    /** In a few words. */
    public String what() {
        return what;
    }

    /** The part of all requests that may fail before the version is taken back: it gets one in ten at first. */
    public double failingMax() {
        return failingMax;
    }

    /** Whether a request is to fail: one for readiness, or one of the API. */
    abstract boolean spoils(boolean readiness, AtomicLong requests);
}
