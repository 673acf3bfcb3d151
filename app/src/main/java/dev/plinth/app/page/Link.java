package dev.plinth.app.page;

/** Somewhere else to go, and what it is called. */
public record Link(String address, String text) {}
