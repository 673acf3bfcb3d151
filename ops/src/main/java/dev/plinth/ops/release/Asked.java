package dev.plinth.ops.release;

/** What a person asks of a release: why it is made, and how careful it is to be. */
public record Asked(String message, Terms terms) {}
