package dev.plinth.app.http;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/** Names every request, and sets the headers that every answer has. */
final class RequestFilter implements Filter {
    private final ResponseHeaders headers;

    RequestFilter(ResponseHeaders headers) {
        this.headers = headers;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String requestId = RequestId.begin(request.headers());
        response.beforeSend(() -> headers.set(response.headers(), requestId));
        try {
            chain.proceed();
        } finally {
            RequestId.end();
        }
    }
}
