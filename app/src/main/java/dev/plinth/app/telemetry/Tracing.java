package dev.plinth.app.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The traces of the app. Every span has ids, even when nothing is sent anywhere. Spans tell what was done and for how
 * long, never with which values.
 */
public final class Tracing implements AutoCloseable {
    /** How long a stop waits for the spans that are not sent yet. */
    private static final Duration FLUSH_MAX = Duration.ofSeconds(2);

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final boolean sends;

    Tracing(SdkTracerProvider provider, boolean sends) {
        this.provider = provider;
        this.tracer = provider.get("dev.plinth.app");
        this.sends = sends;
    }

    /** Begins the span of a request; {@code header} finds its headers, which may name the trace it is a part of. */
    public RequestSpan serve(String method, Function<String, String> header) {
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), header, HeaderGetter.INSTANCE);
        return new RequestSpan(
                tracer.spanBuilder(method)
                        .setParent(parent)
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan(),
                method);
    }

    /** Does work that nobody asked for, in a trace of its own. */
    public void job(String name, Runnable work) {
        Span span = tracer.spanBuilder("job " + name).setNoParent().startSpan();
        inside(span, () -> {
            work.run();
            return name;
        });
    }

    /**
     * Calls another system; {@code call} gets the headers by which that system goes on with the trace. The attributes
     * must be names of things, not what is sent.
     */
    public <T> T calling(String name, Map<String, String> attributes, Function<Map<String, String>, T> call) {
        Span span = tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT).startSpan();
        attributes.forEach(span::setAttribute);
        return inside(span, () -> call.apply(headers()));
    }

    /** Tells of work on the database that has just ended, as a part of what this thread does. */
    void done(StoreWork work) {
        if (!Span.current().getSpanContext().isSampled()) {
            return;
        }
        Span span = tracer.spanBuilder(work.name())
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(work.begin())
                .setAttribute("db.system.name", "postgresql")
                .setAttribute("db.query.summary", work.name())
                .startSpan();
        if (work.failed()) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(work.end());
    }

    /** For libraries that make their own spans. */
    public Tracer tracer() {
        return tracer;
    }

    /** Whether spans are sent anywhere. */
    public boolean sends() {
        return sends;
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, (map, name, value) -> {
            if (map != null) {
                map.put(name, value);
            }
        });
        return headers;
    }

    private static <T> T inside(Span span, Supplier<T> work) {
        try {
            return Context.current().with(span).wrapSupplier(work).get();
        } catch (RuntimeException | Error failure) {
            // Its message may quote values; the name of its class cannot.
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", failure.getClass().getName());
            throw failure;
        } finally {
            span.end();
        }
    }

    @Override
    public void close() {
        provider.shutdown().join(FLUSH_MAX.toMillis(), TimeUnit.MILLISECONDS);
    }
}
