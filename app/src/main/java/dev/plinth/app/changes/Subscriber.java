package dev.plinth.app.changes;

/** A listener under the name by which it is remembered how far it has come. */
public record Subscriber(String name, ChangeListener listener) {}
