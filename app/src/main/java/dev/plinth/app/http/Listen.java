package dev.plinth.app.http;

import java.time.Duration;

/** Where to listen; port 0 takes any free one. {@code finish} bounds how long a stop waits for requests in flight. */
public record Listen(String host, int port, Duration finish) {}
