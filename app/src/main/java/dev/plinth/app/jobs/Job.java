package dev.plinth.app.jobs;

import java.time.Duration;

/** Something to be done again and again: the first time at once, then {@code pause} after each end. */
public record Job(String name, Duration pause, Runnable work) {}
