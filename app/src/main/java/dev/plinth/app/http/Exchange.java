package dev.plinth.app.http;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** A request and its answer on one connection, and how long its client may take. */
record Exchange(ServerRequest request, ServerResponse response, Patience patience) {}
