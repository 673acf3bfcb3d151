package dev.plinth.sandbox.resource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reproducible identifiers. */
public final class Hash {
    private Hash() {}

    /** The first hexadecimal digits of a text's SHA-256. */
    public static String digits(String text, int count) {
        return digits(text.getBytes(StandardCharsets.UTF_8), count);
    }

    /** The first hexadecimal digits of some bytes' SHA-256. */
    public static String digits(byte[] bytes, int count) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, count);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
