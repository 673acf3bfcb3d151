package dev.plinth.sandbox.api;

import java.util.List;
import java.util.Map;

/** How calls of a service are written, and their answers. */
sealed interface Protocol permits QueryProtocol, JsonProtocol, RestProtocol {
    /** The answer to a call; throws what it is refused with. */
    ApiAnswer answer(ApiRequest request, Caller caller);

    /** A refusal as this protocol's clients read it. */
    ApiAnswer failure(ApiException failure, String requestId);

    static Protocol of(ApiService service) {
        return switch (service) {
            case ApiService.Query query -> new QueryProtocol(query);
            case ApiService.Json json -> new JsonProtocol(json);
            case ApiService.Rest rest -> new RestProtocol(rest);
        };
    }

    /** The protocol of a request whose service is not known. */
    static Protocol guess(ApiRequest request) {
        var type = request.header("Content-Type").orElse("");
        if (type.contains("json") || request.header("X-Amz-Target").isPresent()) {
            return new JsonProtocol(new ApiService.Json("", "", Map.of()));
        }
        return type.contains("form")
                ? new QueryProtocol(new ApiService.Query("", "", "", Map.of()))
                : new RestProtocol(new ApiService.Rest("", true, List.of()));
    }
}
