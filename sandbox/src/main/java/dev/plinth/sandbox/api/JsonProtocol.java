package dev.plinth.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.TreeSet;

/** AWS's JSON 1.1 protocol: a header names the action, JSON goes in and comes out. */
record JsonProtocol(ApiService.Json service) implements Protocol {
    private static final String TYPE = "application/x-amz-json-1.1";

    @Override
    public ApiAnswer answer(ApiRequest request, Caller caller) {
        var target = request.header("X-Amz-Target").orElse("");
        var handler = target.startsWith(service.targetPrefix() + ".")
                ? service.actions().get(target.substring(service.targetPrefix().length() + 1))
                : null;
        if (handler == null) {
            throw ApiException.invalid(
                    "UnknownOperationException",
                    "the sandbox does not serve %s of %s; it serves %s"
                            .formatted(
                                    target.substring(target.lastIndexOf('.') + 1),
                                    service.name(),
                                    String.join(
                                            ", ",
                                            new TreeSet<>(service.actions().keySet()))));
        }
        var result = handler.answer(RestRequest.json(request.text()), caller);
        return ApiAnswer.text(200, TYPE, result.toString());
    }

    @Override
    public ApiAnswer failure(ApiException failure, String requestId) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("__type", failure.code());
        json.put("message", failure.getMessage());
        return ApiAnswer.text(failure.status(), TYPE, json.toString());
    }
}
