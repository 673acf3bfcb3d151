package dev.plinth.app.jobs;

import java.time.Duration;

/**
 * Something to be done again and again: the first time at once, then {@code pause} after each end. {@code ready} is
 * called before each time and may wait for something to do; that is no part of the work.
 */
public record Job(String name, Duration pause, Runnable ready, Runnable work) {
    public Job(String name, Duration pause, Runnable work) {
        this(name, pause, () -> {}, work);
    }
}
