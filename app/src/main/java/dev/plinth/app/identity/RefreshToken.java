package dev.plinth.app.identity;

/** A refresh token that the app has given out: its session, and whether either can still be used. */
public record RefreshToken(Session session, boolean sessionOpen, boolean used) {}
