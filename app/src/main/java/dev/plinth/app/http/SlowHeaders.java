package dev.plinth.app.http;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/** Begins to count a client's time at its request line, and ends when its headers are there. */
final class SlowHeaders implements Http1ConnectionListener {
    private final Patience patience;

    SlowHeaders(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void prologue(ConnectionContext connection, HttpPrologue prologue) {
        patience.begin(Patience.HEADERS);
    }

    @Override
    public void headers(ConnectionContext connection, Headers headers) {
        patience.end();
    }
}
