package dev.plinth.app.performance;

import dev.plinth.app.telemetry.Summary;

/** How work of one name has gone since the start, and over the last minutes. */
public record WorkStats(String name, Summary sinceStart, Summary lately) {}
