package dev.plinth.app.telemetry;

import io.micrometer.core.instrument.Counter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Counts which spans the collector took, and which it did not. */
final class CountedExporter implements SpanExporter {
    private final SpanExporter exporter;
    private final Counter sent;
    private final Counter failed;

    CountedExporter(SpanExporter exporter, Counter sent, Counter failed) {
        this.exporter = exporter;
        this.sent = sent;
        this.failed = failed;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        int count = spans.size();
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> (result.isSuccess() ? sent : failed).increment(count));
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
