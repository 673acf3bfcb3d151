package dev.plinth.app.telemetry;

/**
 * Where spans are sent by OTLP over HTTP, such as {@code http://collector:4318}, or "" for nowhere; and of how many
 * traces in a hundred that begin here. A trace that began elsewhere is sent when its beginner sends it.
 */
public record TraceSettings(String endpoint, int percent) {
    /** Requests have ids of traces, but nothing is sent. */
    public static final TraceSettings OFF = new TraceSettings("", 0);

    boolean sends() {
        return !endpoint.isEmpty();
    }
}
