package dev.plinth.app.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;

/** Says of every answer what it depends on, and how it may be kept, unless it says so itself. */
public final class FreshnessLayer implements Layer {
    @Override
    public Reply around(Call call, Endpoint next) {
        Reply reply = next.handle(call);
        boolean open = call.operation().access() instanceof Access.Everyone;
        return withDefault(reply, HeaderNames.CACHE_CONTROL, cacheControl(call, open))
                .header(HeaderNames.VARY, open ? "Accept, Accept-Encoding" : "Authorization, Accept, Accept-Encoding");
    }

    /** What was read may be shown again after it was asked for its revision; what was done is never shown again. */
    private static String cacheControl(Call call, boolean open) {
        if (call.operation().effect() != Effect.NONE) {
            return "no-store";
        }
        return open ? "no-cache" : "private, no-cache";
    }

    private static Reply withDefault(Reply reply, HeaderName name, String value) {
        return reply.headers().containsKey(name) ? reply : reply.header(name, value);
    }
}
