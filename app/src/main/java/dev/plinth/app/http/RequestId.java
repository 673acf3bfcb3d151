package dev.plinth.app.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** The name of one request in answers and logs: the client's own when it sent a harmless one, else a new one. */
final class RequestId {
    static final HeaderName HEADER = HeaderNames.create("X-Request-Id");
    private static final String LOG_FIELD = "request_id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    /** Every log line of this thread carries the id from now on. */
    static String begin(ServerRequestHeaders headers) {
        String id = headers.first(HEADER)
                .filter(sent -> HARMLESS.matcher(sent).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        MDC.put(LOG_FIELD, id);
        return id;
    }

    /** The id of the request that this thread serves; begins one when there is none yet. */
    static String current(ServerRequestHeaders headers) {
        String id = MDC.get(LOG_FIELD);
        return id == null ? begin(headers) : id;
    }

    static void end() {
        MDC.remove(LOG_FIELD);
    }

    private RequestId() {}
}
