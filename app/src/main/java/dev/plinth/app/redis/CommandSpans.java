package dev.plinth.app.redis;

import dev.plinth.app.telemetry.Tracing;
import io.lettuce.core.tracing.TraceContext;
import io.lettuce.core.tracing.TraceContextProvider;
import io.lettuce.core.tracing.Tracer;
import io.lettuce.core.tracing.TracerProvider;
import io.opentelemetry.context.Context;
import java.net.SocketAddress;

/** Makes every command a span of what its caller does; it tells the command's name, and neither keys nor values. */
final class CommandSpans extends Tracer implements io.lettuce.core.tracing.Tracing, TracerProvider {
    private final Tracing tracing;

    CommandSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    /** What the thread that gives the command is doing. */
    private record Caller(Context context) implements TraceContext {}

    private record Peer() implements Endpoint {}

    @Override
    public TracerProvider getTracerProvider() {
        return this;
    }

    @Override
    public Tracer getTracer() {
        return this;
    }

    @Override
    public TraceContextProvider initialTraceContextProvider() {
        return () -> new Caller(Context.current());
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public boolean includeCommandArgsInSpanTags() {
        return false;
    }

    @Override
    public Endpoint createEndpoint(SocketAddress address) {
        return new Peer();
    }

    @Override
    public Span nextSpan() {
        return new CommandSpan(tracing.tracer(), Context.root());
    }

    @Override
    public Span nextSpan(TraceContext context) {
        return new CommandSpan(tracing.tracer(), context instanceof Caller caller ? caller.context() : Context.root());
    }
}
