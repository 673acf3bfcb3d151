package dev.plinth.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.stream.Collectors;

/** Services with paths of their own; what they refuse is told as XML (S3) or as JSON. */
record RestProtocol(ApiService.Rest service) implements Protocol {

    @Override
    public ApiAnswer answer(ApiRequest request, Caller caller) {
        for (var action : service.actions()) {
            var match = action.match(request);
            if (match.isPresent()) {
                return action.handler().answer(match.get(), caller);
            }
        }
        var question = request.query().isEmpty()
                ? ""
                : "?" + String.join("&", request.query().keySet());
        throw new ApiException(
                501,
                "NotImplemented",
                "the sandbox does not serve %s %s%s of %s; it serves %s"
                        .formatted(
                                request.method(),
                                request.path(),
                                question,
                                service.name(),
                                service.actions().stream().map(RestAction::name).collect(Collectors.joining(", "))));
    }

    @Override
    public ApiAnswer failure(ApiException failure, String requestId) {
        return service.xml() ? xml(failure, requestId) : json(failure);
    }

    private static ApiAnswer xml(ApiException failure, String requestId) {
        var document = Xml.element(
                "Error",
                Xml.text("Code", failure.code()),
                Xml.text("Message", String.valueOf(failure.getMessage())),
                Xml.text("RequestId", requestId));
        return ApiAnswer.text(failure.status(), "application/xml", document.document(""));
    }

    private static ApiAnswer json(ApiException failure) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("Code", failure.code());
        json.put("Message", failure.getMessage());
        var answer = ApiAnswer.text(failure.status(), "application/json", json.toString());
        return new ApiAnswer(
                answer.status(),
                Map.of("Content-Type", "application/json", "X-Amzn-ErrorType", failure.code()),
                answer.body());
    }
}
