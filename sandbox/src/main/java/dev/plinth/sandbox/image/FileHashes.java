package dev.plinth.sandbox.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sha256 of files, remembered as long as a file's size and time stay the same. Safe for use by several threads. */
final class FileHashes {
    /** A file this young may change again without its time changing. */
    private static final Duration YOUNG = Duration.ofSeconds(2);

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(long size, FileTime changed, String hash) {}

    String of(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Known before = known.get(file);
            if (before != null
                    && before.size() == attributes.size()
                    && before.changed().equals(attributes.lastModifiedTime())) {
                return before.hash();
            }
            String hash = hash(file);
            if (attributes.lastModifiedTime().toInstant().isBefore(Instant.now().minus(YOUNG))) {
                known.put(file, new Known(attributes.size(), attributes.lastModifiedTime(), hash));
            }
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
