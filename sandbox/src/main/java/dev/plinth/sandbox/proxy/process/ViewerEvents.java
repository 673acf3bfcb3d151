package dev.plinth.sandbox.proxy.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests as functions see them: Amazon CloudFront Developer Guide, "CloudFront Functions event structure".
 *
 * @param distribution the identifier of the distribution
 */
record ViewerEvents(String distribution) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String VALUE = "value";
    private static final String HEADERS = "headers";

    /** What came out of a function. */
    sealed interface Outcome {
        /** The request goes on. */
        record Request(ViewerRequest request) implements Outcome {}

        /** The function has answered by itself. */
        record Answer(OriginAnswer answer) implements Outcome {}
    }

    JsonNode event(ViewerRequest request) {
        var event = NODES.objectNode().put("version", "1.0");
        event.putObject("context")
                .put("distributionDomainName", "localhost")
                .put("distributionId", distribution)
                .put("eventType", "viewer-request")
                .put("requestId", "sandbox");
        event.putObject("viewer").put("ip", request.client());
        var told = event.putObject("request").put("method", request.method()).put("uri", request.uri());
        told.set("querystring", query(request.query()));
        var headers = told.putObject(HEADERS);
        request.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("cookie")) {
                headers.putObject(name.toLowerCase(Locale.ROOT)).put(VALUE, String.join(",", values));
            }
        });
        told.set("cookies", cookies(request.headers().getOrDefault("Cookie", List.of())));
        return event;
    }

    /** What a function returned: a request to go on with, or an answer when it has a status. */
    Outcome outcome(ViewerRequest before, JsonNode returned) {
        if (returned.has("statusCode")) {
            return new Outcome.Answer(answer(returned));
        }
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        returned.path(HEADERS)
                .properties()
                .forEach(header -> headers.put(
                        header.getKey(), List.of(header.getValue().path(VALUE).asText())));
        if (before.headers().containsKey("Cookie")) {
            headers.put("Cookie", before.headers().get("Cookie"));
        }
        var query = returned.path("querystring").equals(query(before.query()))
                ? before.query()
                : text(returned.path("querystring"));
        return new Outcome.Request(new ViewerRequest(
                before.method(), returned.path("uri").asText(before.uri()), query, headers, before.client()));
    }

    private static OriginAnswer answer(JsonNode returned) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        var body = returned.path("body");
        var bytes = body.path("encoding").asText().equals("base64")
                ? Base64.getDecoder().decode(body.path("data").asText())
                : (body.isTextual() ? body.asText() : body.path("data").asText()).getBytes(StandardCharsets.UTF_8);
        returned.path(HEADERS)
                .properties()
                .forEach(header -> headers.put(
                        header.getKey(), List.of(header.getValue().path(VALUE).asText())));
        headers.put("Content-Length", List.of(String.valueOf(bytes.length)));
        return new OriginAnswer(returned.path("statusCode").asInt(), headers, new ByteArrayInputStream(bytes));
    }

    private static ObjectNode query(String query) {
        var parameters = NODES.objectNode();
        pairs(query, "&").forEach((name, values) -> add(parameters, name, values));
        return parameters;
    }

    private static ObjectNode cookies(List<String> headers) {
        var cookies = NODES.objectNode();
        pairs(String.join("; ", headers), "; *").forEach((name, values) -> add(cookies, name, values));
        return cookies;
    }

    private static void add(ObjectNode object, String name, List<String> values) {
        var entry = object.putObject(name).put(VALUE, values.getFirst());
        if (values.size() > 1) {
            var all = entry.putArray("multiValue");
            values.forEach(value -> all.addObject().put(VALUE, value));
        }
    }

    private static Map<String, List<String>> pairs(String text, String separator) {
        var pairs = new TreeMap<String, List<String>>();
        for (var pair : text.split(separator, -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                pairs.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts.length > 1 ? parts[1] : "");
            }
        }
        return pairs;
    }

    private static String text(JsonNode parameters) {
        var text = new StringBuilder();
        parameters.properties().forEach(parameter -> {
            var all = parameter.getValue().has("multiValue")
                    ? parameter.getValue().path("multiValue")
                    : NODES.arrayNode().add(parameter.getValue());
            all.forEach(value -> text.append(text.isEmpty() ? "" : "&")
                    .append(parameter.getKey())
                    .append('=')
                    .append(value.path(VALUE).asText()));
        });
        return text.toString();
    }
}
