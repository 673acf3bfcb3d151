package dev.plinth.sandbox.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer: its status, its headers, and a body that is opened when it is sent. */
public record ApiAnswer(int status, Map<String, String> headers, Body body) {
    public ApiAnswer {
        headers = Map.copyOf(headers);
    }

    /** Content of a length in bytes that is known before. */
    public record Body(long length, Content content) {
        static final Body NONE = new Body(0, InputStream::nullInputStream);
    }

    /** Opens what is sent. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** An answer of text. */
    public static ApiAnswer text(int status, String type, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var body = new Body(bytes.length, () -> new ByteArrayInputStream(bytes));
        return new ApiAnswer(status, Map.of("Content-Type", type), body);
    }

    /** An answer that says all by its status and its headers. */
    public static ApiAnswer empty(int status, Map<String, String> headers) {
        return new ApiAnswer(status, headers, Body.NONE);
    }
}
