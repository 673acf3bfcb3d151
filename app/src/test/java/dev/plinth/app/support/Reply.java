package dev.plinth.app.support;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.json.Json;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** An answer, with its body read as JSON when asked for. */
public record Reply(int status, HttpHeaders headers, String body) {
    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    /** The header's value, or "" when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public JsonNode json() {
        return Json.parseOwn(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The text at a JSON pointer, or "" when there is none. */
    public String text(String pointer) {
        return json().at(pointer).asText();
    }

    /** One field of every element of the array at the pointer. */
    public List<String> texts(String pointer, String field) {
        return StreamSupport.stream(json().at(pointer).spliterator(), false)
                .map(element -> element.path(field).asText())
                .toList();
    }

    @Override
    public String toString() {
        return status + " " + headers.map() + " " + body;
    }
}
