package dev.plinth.app.http;

import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.UncheckedIOException;

/** Names every request, bounds its time, and sets the headers that every answer has. */
final class RequestFilter implements Filter {
    private final ResponseHeaders headers;
    private final Patience patience;

    RequestFilter(ResponseHeaders headers, Patience patience) {
        this.headers = headers;
        this.patience = patience;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String requestId = RequestId.begin(request.headers());
        response.beforeSend(() -> headers.set(request.headers(), response.headers(), requestId));
        patience.begin(Patience.REQUEST);
        try {
            chain.proceed();
            if (!response.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
                drain(request);
            }
        } finally {
            patience.end();
            RequestId.end();
        }
    }

    /**
     * Reads what is left of the body of a request that was refused: closing the connection over it would take the
     * answer away from the client.
     */
    private void drain(RoutingRequest request) {
        if (!request.content().hasEntity() || request.content().consumed()) {
            return;
        }
        patience.begin(Patience.PIECE);
        try {
            request.content().consume();
        } catch (UncheckedIOException | IllegalArgumentException | RequestException gone) {
            throw new CloseConnectionException("The rest of the body did not come", gone);
        }
    }
}
