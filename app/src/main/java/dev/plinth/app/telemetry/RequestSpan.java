package dev.plinth.app.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/** The span of one request. */
public final class RequestSpan {
    private static final int SERVER_ERROR = 500;

    private final Span span;
    private final String method;

    RequestSpan(Span span, String method) {
        this.span = span;
        this.method = method;
    }

    public String traceId() {
        return span.getSpanContext().getTraceId();
    }

    public String spanId() {
        return span.getSpanContext().getSpanId();
    }

    /** Does work that belongs to the request. */
    public void run(Runnable work) {
        Context.current().with(span).wrap(work).run();
    }

    /** The request is done; a fault of the server's own is marked as one. */
    public void end(String route, int status) {
        if (span.isRecording()) {
            span.updateName(method + " " + route)
                    .setAttribute("http.request.method", method)
                    .setAttribute("http.route", route)
                    .setAttribute("http.response.status_code", status);
            if (status >= SERVER_ERROR) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end();
    }
}
