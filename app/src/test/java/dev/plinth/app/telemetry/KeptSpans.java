package dev.plinth.app.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps spans in this process, each as soon as it has ended. */
final class KeptSpans implements SpanExporter {
    private final List<SpanData> spans = new ArrayList<>();
    private boolean takes = true;
    private boolean flushed;
    private boolean closed;

    /** Makes spans that come here, but for those of traces that their beginner does not keep. */
    SdkTracerProvider provider() {
        return SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(this))
                .build();
    }

    /** From now on nothing is taken, as by a collector that is down. */
    void refuse() {
        takes = false;
    }

    List<SpanData> all() {
        return List.copyOf(spans);
    }

    SpanData only() {
        if (spans.size() != 1) {
            throw new IllegalStateException("Expected one span, found " + spans);
        }
        return spans.getFirst();
    }

    boolean isFlushed() {
        return flushed;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> ended) {
        if (!takes) {
            return CompletableResultCode.ofFailure();
        }
        spans.addAll(ended);
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        flushed = true;
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        closed = true;
        return CompletableResultCode.ofSuccess();
    }
}
