package dev.plinth.app.http;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** What a request has to pay that no operation serves, before it is told why. */
interface Toll {
    /** Nothing, on a socket without limits. */
    Toll NONE = (request, response) -> {};

    /** Throws when the caller has used up what it may use for now. */
    void pay(ServerRequest request, ServerResponse response);
}
