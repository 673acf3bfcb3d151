package dev.plinth.sandbox.api;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** AWS's query protocol: a form goes in, XML comes out. */
record QueryProtocol(ApiService.Query service) implements Protocol {
    private static final String TYPE = "text/xml";
    private static final int SENDERS_FAULT_MAX = 499;

    @Override
    public ApiAnswer answer(ApiRequest request, Caller caller) {
        var parameters = Parameters.of(request.text());
        var action = parameters.required("Action");
        var version = parameters.text("Version").orElse("");
        if (!version.equals(service.version())) {
            throw ApiException.invalid(
                    "NoSuchVersion",
                    "%s has no version %s in the sandbox, but %s"
                            .formatted(service.name(), version, service.version()));
        }
        var handler = service.actions().get(action);
        if (handler == null) {
            throw ApiException.invalid(
                    "InvalidAction",
                    "the sandbox does not serve %s of %s; it serves %s"
                            .formatted(
                                    action,
                                    service.name(),
                                    String.join(
                                            ", ",
                                            new TreeSet<>(service.actions().keySet()))));
        }
        var result = handler.answer(parameters, caller);
        var id = UUID.randomUUID().toString();
        var document = Xml.element(
                action + "Response",
                Xml.element(action + "Result", result),
                Xml.element("ResponseMetadata", Xml.text("RequestId", id)));
        return ApiAnswer.text(200, TYPE, document.document(service.namespace()));
    }

    @Override
    public ApiAnswer failure(ApiException failure, String requestId) {
        var error = Xml.element(
                "Error",
                Xml.text("Type", failure.status() <= SENDERS_FAULT_MAX ? "Sender" : "Receiver"),
                Xml.text("Code", failure.code()),
                Xml.text("Message", String.valueOf(failure.getMessage())));
        var document = Xml.element("ErrorResponse", List.of(error, Xml.text("RequestId", requestId)));
        return ApiAnswer.text(failure.status(), TYPE, document.document(service.namespace()));
    }
}
