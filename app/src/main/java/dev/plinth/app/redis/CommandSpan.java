package dev.plinth.app.redis;

import io.lettuce.core.protocol.CompleteableCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** Only what belongs to a caller's span is told: what the client of Redis does by itself would be noise. */
final class CommandSpan extends io.lettuce.core.tracing.Tracer.Span {
    private final Tracer tracer;
    private final Context parent;
    private Span span = Span.getInvalid();

    CommandSpan(Tracer tracer, Context parent) {
        this.tracer = tracer;
        this.parent = parent;
    }

    @Override
    public io.lettuce.core.tracing.Tracer.Span start(RedisCommand<?, ?, ?> command) {
        if (Span.fromContext(parent).getSpanContext().isSampled()) {
            span = tracer.spanBuilder("redis " + command.getType())
                    .setParent(parent)
                    .setSpanKind(SpanKind.CLIENT)
                    .setAttribute("db.system.name", "redis")
                    .startSpan();
            if (command instanceof CompleteableCommand<?> completeable) {
                completeable.onComplete((result, failure) -> end(failure != null));
            }
        }
        return this;
    }

    private void end(boolean failed) {
        if (failed) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    @Override
    public io.lettuce.core.tracing.Tracer.Span name(String name) {
        return this;
    }

    @Override
    public io.lettuce.core.tracing.Tracer.Span annotate(String value) {
        return this;
    }

    @Override
    public io.lettuce.core.tracing.Tracer.Span tag(String key, String value) {
        return this;
    }

    @Override
    public io.lettuce.core.tracing.Tracer.Span error(Throwable failure) {
        return this;
    }

    @Override
    public io.lettuce.core.tracing.Tracer.Span remoteEndpoint(Tracing.Endpoint endpoint) {
        return this;
    }

    @Override
    public void finish() {
        end(false);
    }
}
