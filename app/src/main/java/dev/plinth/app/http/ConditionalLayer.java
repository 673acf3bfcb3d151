package dev.plinth.app.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;

/** Answers that nothing has changed to a client that has the newest revision already. */
public final class ConditionalLayer implements Layer {
    @Override
    public Reply around(Call call, Endpoint next) {
        Reply reply = next.handle(call);
        String tag = reply.headers().get(HeaderNames.ETAG);
        if (tag == null || call.operation().effect() != Effect.NONE) {
            return reply;
        }
        return call.header(HeaderNames.IF_NONE_MATCH)
                .flatMap(header -> EntityTags.namedBy(header, tag))
                .map(named -> new Reply(Status.NOT_MODIFIED_304, reply.headers(), new Content.None())
                        .header(HeaderNames.ETAG, named))
                .orElse(reply);
    }
}
