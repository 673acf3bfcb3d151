package dev.plinth.app.http.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Gzip by the JDK. */
final class Gzip {
    /** A third of the time of the default level, for a twelfth more bytes; docs/decisions/0136 has the figures. */
    private static final int LEVEL = 3;

    private static final int BUFFER_BYTES = 8 * 1024;

    static byte[] compress(byte[] plain) throws IOException {
        var compressed = new ByteArrayOutputStream(plain.length / 4);
        try (var gzip = compress(compressed)) {
            gzip.write(plain);
        }
        return compressed.toByteArray();
    }

    /** Compresses all that is written to it; a flush passes on what was written so far. */
    static OutputStream compress(OutputStream target) throws IOException {
        return new Stream(target);
    }

    /** The JDK's own has no parameter for the level. */
    private static final class Stream extends GZIPOutputStream {
        Stream(OutputStream target) throws IOException {
            super(target, BUFFER_BYTES, true);
            def.setLevel(LEVEL);
        }
    }

    private Gzip() {}
}
