package dev.plinth.app.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.slf4j.MDC;

/** The trace that a request is a part of, as answers and logs name it. */
final class TraceId {
    static final HeaderName HEADER = HeaderNames.create("X-Trace-Id");

    /** That of the request which this thread serves; begins one for what is refused before it has any. */
    static String current() {
        String id = MDC.get(LogFields.TRACE);
        if (id == null) {
            id = IdGenerator.random().generateTraceId();
            MDC.put(LogFields.TRACE, id);
        }
        return id;
    }

    private TraceId() {}
}
