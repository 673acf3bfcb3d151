package dev.plinth.app.http;

/** What an instance says of itself in its answers. */
public record Identity(Colour colour, Build build) {}
