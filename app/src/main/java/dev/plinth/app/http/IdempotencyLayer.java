package dev.plinth.app.http;

import dev.plinth.app.access.Principal;
import dev.plinth.app.idempotency.KeptAnswer;
import dev.plinth.app.idempotency.KeptAnswers;
import dev.plinth.app.idempotency.RequestKey;
import dev.plinth.app.values.Digests;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a POST that its client repeats under the same {@code Idempotency-Key} its effect once and its answer again. Must
 * be inside the transaction of the call. Refusals are exceptions, which undo the transaction, so none is kept.
 */
public final class IdempotencyLayer implements Layer {
    private static final HeaderName KEY = HeaderNames.create("Idempotency-Key");
    private static final HeaderName REPLAYED = HeaderNames.create("Idempotency-Replayed");
    private static final int KEY_LENGTH_MAX = 255;
    private static final String RETRY_AFTER_SECONDS = "1";

    private final KeptAnswers answers;

    public IdempotencyLayer(KeptAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Reply around(Call call, Endpoint next) {
        return key(call).map(key -> once(key, call, next)).orElseGet(() -> next.handle(call));
    }

    /** Nobody's keys would be everybody's: who did not sign in has none. */
    private static Optional<RequestKey> key(Call call) {
        Principal principal = call.principal();
        boolean takesKeys =
                call.operation().takesKeys() && !call.isTrial() && principal.kind() != Principal.Kind.NOBODY;
        return takesKeys
                ? call.header(KEY).map(key -> new RequestKey(principal.kind() + " " + principal.id(), checked(key)))
                : Optional.empty();
    }

    private static String checked(String key) {
        if (key.isEmpty() || key.length() > KEY_LENGTH_MAX) {
            var fault = new Violation(
                    Violation.Place.HEADER,
                    KEY.defaultCase(),
                    "invalid_value",
                    "must have 1 to %d characters, but has %d".formatted(KEY_LENGTH_MAX, key.length()));
            throw new RefusedException(Problem.of(ProblemType.INVALID_REQUEST, List.of(fault)));
        }
        return key;
    }

    private Reply once(RequestKey key, Call call, Endpoint next) {
        if (!answers.claim(key)) {
            call.answerWith(HeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
            throw new RefusedException(Problem.of(
                    ProblemType.IN_PROGRESS,
                    "A request with this Idempotency-Key is being carried out. Ask again for its answer in a moment."));
        }
        String request = digest(call);
        Optional<KeptAnswer> known = answers.find(key);
        if (known.isPresent()) {
            return again(known.get(), request);
        }
        Reply reply = next.handle(call);
        answers.keep(key, kept(request, reply));
        return reply;
    }

    private static Reply again(KeptAnswer known, String request) {
        if (!known.request().equals(request)) {
            throw new RefusedException(Problem.of(
                    ProblemType.KEY_REUSED,
                    "This Idempotency-Key was sent with another request within the last %d hours. Choose a new one."
                            .formatted(KeptAnswers.HOURS)));
        }
        Map<HeaderName, String> headers = new HashMap<>();
        known.headers().forEach((name, value) -> headers.put(HeaderNames.create(name), value));
        headers.put(REPLAYED, "true");
        Content content =
                known.mediaType().isEmpty() ? new Content.None() : new Content.Bytes(known.mediaType(), known.body());
        return new Reply(Status.create(known.status()), headers, content);
    }

    private static KeptAnswer kept(String request, Reply reply) {
        Map<String, String> headers = new HashMap<>();
        reply.headers().forEach((name, value) -> headers.put(name.defaultCase(), value));
        int status = reply.status().code();
        return switch (reply.content()) {
            case Content.None none -> new KeptAnswer(request, status, headers, "", new byte[0]);
            case Content.Bytes body -> new KeptAnswer(request, status, headers, body.mediaType(), body.bytes());
            case Content.Stream stream ->
                throw new IllegalStateException("An answer that is written piece by piece cannot be kept");
        };
    }

    /** Of all that the effect depends on; no part of it but the last can hold a line feed. */
    private static String digest(Call call) {
        MessageDigest digest = Digests.sha256();
        String head = "%s\n%s\n%s\n".formatted(call.operation().method(), call.path(), call.rawQuery());
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(call.bytes()));
    }
}
