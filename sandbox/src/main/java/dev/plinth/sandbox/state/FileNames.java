package dev.plinth.sandbox.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of state files: readable, and different for different resources. */
final class FileNames {
    private static final int NAME_MAX = 60;

    private FileNames() {}

    static String of(Urn urn, String id) {
        var type = urn.type().substring(urn.type().lastIndexOf(':') + 1);
        var readable = (type + "-" + urn.name()).replaceAll("[^A-Za-z0-9-]+", "_");
        var shortened = readable.substring(0, Math.min(readable.length(), NAME_MAX));
        return "%s-%s.json".formatted(shortened, hash(urn.value() + "\n" + id).substring(0, 16));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
