package dev.plinth.app.changes;

/** A change that has no place in the order yet; {@code sealed} is the text that its hash is made of. */
public record WaitingChange(KeptChange kept, String sealed) {}
