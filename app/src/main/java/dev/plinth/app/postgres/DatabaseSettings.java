package dev.plinth.app.postgres;

import java.time.Duration;

/**
 * How to reach the database, how many connections to hold, and how long to wait for it at start. An app that
 * {@code migrates} owns the schema and brings it up to date by itself; another one waits until its owner has.
 */
public record DatabaseSettings(Login login, int poolSize, Duration startWait, boolean migrates) {}
