package dev.plinth.ops.release;

/** The schema that a release brings, and how it is tried out. */
public record Schema(Migrations migrations, Rehearsal rehearsal) {}
