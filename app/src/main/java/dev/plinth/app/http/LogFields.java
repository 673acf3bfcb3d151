package dev.plinth.app.http;

import dev.plinth.app.telemetry.RequestSpan;
import org.slf4j.MDC;

/** What every log line of a request tells of it, besides its id. None of it was chosen by the client. */
final class LogFields {
    /** The route of what is served at no address of the API. */
    static final String NO_ROUTE = "none";

    static final String TRACE = "trace_id";
    private static final String SPAN = "span_id";
    private static final String ROUTE = "route";
    private static final String PRINCIPAL = "principal";

    static void begin(RequestSpan span) {
        MDC.put(TRACE, span.traceId());
        MDC.put(SPAN, span.spanId());
        MDC.put(ROUTE, NO_ROUTE);
    }

    /** The address as the OpenAPI document has it, with the names of its parameters instead of their values. */
    static void route(String path) {
        MDC.put(ROUTE, path);
    }

    /** Who calls, by an id that names no person. */
    static void principal(String id) {
        MDC.put(PRINCIPAL, id);
    }

    static String route() {
        String route = MDC.get(ROUTE);
        return route == null ? NO_ROUTE : route;
    }

    static void end() {
        MDC.remove(TRACE);
        MDC.remove(SPAN);
        MDC.remove(ROUTE);
        MDC.remove(PRINCIPAL);
    }

    private LogFields() {}
}
