package dev.plinth.sandbox.proxy.process;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What an origin, or a function in front of it, answers. */
record OriginAnswer(int status, Map<String, List<String>> headers, InputStream body) {

    static OriginAnswer text(int status, String contentType, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new OriginAnswer(
                status,
                Map.of("Content-Type", List.of(contentType), "Content-Length", List.of(String.valueOf(bytes.length))),
                new ByteArrayInputStream(bytes));
    }
}
