package dev.plinth.sandbox.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The PEM form of certificates and keys. */
final class Pem {
    private static final int LINE_LENGTH = 64;

    private Pem() {}

    static String encode(String label, byte[] content) {
        var encoder = Base64.getMimeEncoder(LINE_LENGTH, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, encoder.encodeToString(content), label);
    }

    /** The content of the only block in the text. */
    static byte[] decode(String text) {
        String body = text.lines().filter(line -> !line.startsWith("-----")).reduce("", String::concat);
        return Base64.getDecoder().decode(body);
    }
}
