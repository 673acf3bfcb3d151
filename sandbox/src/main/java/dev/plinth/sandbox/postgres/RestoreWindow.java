package dev.plinth.sandbox.postgres;

import java.time.Instant;

/** From when until when a server can be restored to any second; the latest is before the earliest in the first seconds. */
public record RestoreWindow(Instant earliest, Instant latest) {}
