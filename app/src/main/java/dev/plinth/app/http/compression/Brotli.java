package dev.plinth.app.http.compression;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Brotli by the native library, which is not there for every platform. */
final class Brotli {
    /** As small as at level 4 on pages of metrics, in half the time; docs/decisions/0136 has the figures. */
    private static final int QUALITY = 2;

    private static final int WINDOW_BITS = 18;

    /** Whether the library can be loaded and does what it should. */
    static boolean works() {
        if (!Brotli4jLoader.isAvailable()) {
            return false;
        }
        byte[] sample = "What comes out is what went in. ".repeat(64).getBytes(StandardCharsets.UTF_8);
        try {
            return Arrays.equals(Decoder.decompress(compress(sample)).getDecompressedData(), sample);
        } catch (IOException broken) {
            return false;
        }
    }

    static byte[] compress(byte[] plain) throws IOException {
        return Encoder.compress(plain, parameters());
    }

    /** Compresses all that is written to it. */
    static OutputStream compress(OutputStream target) throws IOException {
        return new BrotliOutputStream(target, parameters());
    }

    private static Encoder.Parameters parameters() {
        return Encoder.Parameters.create(QUALITY, WINDOW_BITS, Encoder.Mode.TEXT);
    }

    private Brotli() {}
}
