package dev.plinth.app.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

/**
 * Where a request came from. The app is reached through a load balancer only, which puts the address of its own client
 * at the end of X-Forwarded-For; what stands before it anybody could have written.
 */
final class ClientAddress {
    private static final int LENGTH_MAX = 64;

    static String of(ServerRequest request) {
        String peer = request.remotePeer().host();
        String last = request.headers()
                .first(HeaderNames.X_FORWARDED_FOR)
                .map(header -> header.substring(header.lastIndexOf(',') + 1).strip())
                .filter(address -> !address.isEmpty() && address.length() <= LENGTH_MAX)
                .orElse(peer);
        return last.matches("[0-9A-Fa-f.:]+") ? last : peer;
    }

    private ClientAddress() {}
}
