package dev.plinth.app.http.compression;

import dev.plinth.app.http.Call;
import dev.plinth.app.http.Content;
import dev.plinth.app.http.Effect;
import dev.plinth.app.http.Endpoint;
import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Reply;
import io.helidon.http.HeaderNames;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compresses answers for clients that take them so: texts above a kibibyte, and those that are written piece by piece. */
public final class CompressionLayer implements Layer {
    /** What is shorter hardly gets shorter still, and fits one packet as it is. */
    private static final int BYTES_MIN = 1024;

    /** Bodies that are sent again and again, such as lists and the page's files, are compressed once. */
    private static final long KEPT_BYTES_MAX = 16 << 20;

    private static final Pattern TEXTS = Pattern.compile(
            "text/(?!event-stream).*|application/(.*[+])?(json|yaml|xml|ndjson|x-ndjson|javascript)\\b.*|image/svg.*");

    private final Codings codings;
    private final CompressedBodies kept = new CompressedBodies(KEPT_BYTES_MAX);

    public CompressionLayer(MeterRegistry meters) {
        codings = new Codings(meters, Brotli::works);
    }

    @Override
    public Reply around(Call call, Endpoint next) {
        Reply reply = next.handle(call);
        if (!isCompressible(reply)) {
            return reply;
        }
        Optional<Coding> coding = call.header(HeaderNames.ACCEPT_ENCODING)
                .flatMap(header -> new AcceptEncoding(header).best(codings.offered()));
        return coding.map(chosen -> compressed(call, reply, chosen)).orElse(reply);
    }

    private static boolean isCompressible(Reply reply) {
        if (reply.headers().containsKey(HeaderNames.CONTENT_ENCODING)) {
            return false;
        }
        return switch (reply.content()) {
            case Content.None none -> false;
            case Content.Bytes body ->
                body.bytes().length > BYTES_MIN
                        && TEXTS.matcher(body.mediaType()).matches();
            case Content.Stream body -> TEXTS.matcher(body.mediaType()).matches();
        };
    }

    private Reply compressed(Call call, Reply reply, Coding coding) {
        Reply marked = reply.header(HeaderNames.CONTENT_ENCODING, coding.text());
        String tag = reply.headers().get(HeaderNames.ETAG);
        if (tag != null) {
            marked = marked.header(HeaderNames.ETAG, coding.tag(tag));
        }
        return switch (reply.content()) {
            case Content.None none -> reply;
            case Content.Bytes body ->
                marked.with(new Content.Bytes(body.mediaType(), bytes(call, body.bytes(), coding)));
            case Content.Stream body -> marked.with(new Content.Stream(body.mediaType(), writer(body, coding)));
        };
    }

    private byte[] bytes(Call call, byte[] plain, Coding coding) {
        byte[] compressed = call.operation().effect() == Effect.NONE
                ? kept.get(coding, plain, body -> codings.compress(coding, body))
                : codings.compress(coding, plain);
        codings.sent(coding, plain.length, compressed.length);
        return compressed;
    }

    private Content.Writer writer(Content.Stream body, Coding coding) {
        return target -> {
            try (var compressing = codings.compress(coding, target)) {
                body.writer().writeTo(compressing);
            }
        };
    }
}
