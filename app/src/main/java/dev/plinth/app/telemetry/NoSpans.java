package dev.plinth.app.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Takes no span. Without any processor the library would make no ids either. */
enum NoSpans implements SpanProcessor {
    INSTANCE;

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Not asked for.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Not asked for.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
