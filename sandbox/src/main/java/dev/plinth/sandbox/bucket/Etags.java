package dev.plinth.sandbox.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The entity tags of objects, computed once for each content: as S3's of what is put at once, its MD5. */
public final class Etags {
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** The tag of content that was read to its end. */
    public static String tag(DigestInputStream content) {
        return "\"" + HexFormat.of().formatHex(content.getMessageDigest().digest()) + "\"";
    }

    private static String read(Path file) throws IOException {
        try (var content = tagging(Files.newInputStream(file))) {
            content.transferTo(OutputStream.nullOutputStream());
            return tag(content);
        }
    }

    private record Known(Object identity, long size, FileTime modified, String etag) {}

    /** The tag of a file, with the quotes that belong to it. */
    public String of(Path file) {
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            var last = known.get(file);
            if (last != null
                    && last.identity().equals(now.fileKey())
                    && last.size() == now.size()
                    && last.modified().equals(now.lastModifiedTime())) {
                return last.etag();
            }
            var etag = read(file);
            known.put(file, new Known(now.fileKey(), now.size(), now.lastModifiedTime(), etag));
            return etag;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Tags content while it is read. */
    public static DigestInputStream tagging(InputStream content) {
        try {
            return new DigestInputStream(content, MessageDigest.getInstance("MD5"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }
}
