package dev.plinth.app.http.compression;

import static java.lang.System.Logger.Level.WARNING;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The codings that work here, and how much they save. */
final class Codings {
    private static final System.Logger LOG = System.getLogger(Codings.class.getName());

    private final MeterRegistry meters;
    private volatile List<Coding> offered = List.of(Coding.GZIP);

    /** Returns at once and finds out in the background whether Brotli works: until then, and if not, gzip does. */
    Codings(MeterRegistry meters, BooleanSupplier brotli) {
        this.meters = meters;
        Gauge.builder("mdl.brotli.available", this, codings -> codings.offered.contains(Coding.BR) ? 1 : 0)
                .description("1 when answers can be compressed by Brotli, 0 when gzip has to do")
                .register(meters);
        Thread.ofVirtual().name("brotli-test").start(() -> test(brotli));
    }

    private void test(BooleanSupplier brotli) {
        if (brotli.getAsBoolean()) {
            offered = List.of(Coding.values());
        } else {
            LOG.log(WARNING, "Brotli does not work on this platform; answers are compressed by gzip");
        }
    }

    List<Coding> offered() {
        return offered;
    }

    byte[] compress(Coding coding, byte[] plain) {
        try {
            return switch (coding) {
                case BR -> Brotli.compress(plain);
                case GZIP -> Gzip.compress(plain);
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    OutputStream compress(Coding coding, OutputStream target) throws IOException {
        return switch (coding) {
            case BR -> Brotli.compress(target);
            case GZIP -> Gzip.compress(target);
        };
    }

    void sent(Coding coding, int plainBytes, int compressedBytes) {
        counter("mdl.compressed.bytes.in", "Bytes of bodies before they were compressed", coding)
                .increment(plainBytes);
        counter("mdl.compressed.bytes.out", "Bytes of bodies after they were compressed", coding)
                .increment(compressedBytes);
    }

    private Counter counter(String name, String description, Coding coding) {
        return Counter.builder(name)
                .description(description)
                .tag("coding", coding.text())
                .register(meters);
    }
}
