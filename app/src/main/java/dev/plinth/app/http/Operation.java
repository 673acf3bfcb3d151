package dev.plinth.app.http;

import dev.plinth.app.access.Scope;
import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Method;

/**
 * One operation of the API, as the OpenAPI document describes it under the same id.
 *
 * @param path with its parameters in braces, as in the document
 * @param answers the media type of a good answer
 * @param limits how much of it one caller may have
 */
public record Operation(
        String id, Method method, String path, Access access, Effect effect, MediaType answers, Limits limits) {
    /**
     * What bounds the use of an operation.
     *
     * @param cost how many simple requests it counts as
     * @param bodyBytesMax the longest body that is read
     */
    public record Limits(int cost, int bodyBytesMax) {}

    /** The longest body of a request, unless an operation takes longer ones. */
    public static final int BODY_BYTES_MAX = 1 << 20;

    /** Reads something. */
    public static Operation get(String id, String path, Access access) {
        return of(id, Method.GET, path, access, Effect.NONE);
    }

    /** Reads something that callers with this right may see. */
    public static Operation get(String id, String path, Scope scope) {
        return get(id, path, new Access.Holders(scope));
    }

    /** Changes something, in one transaction. */
    public static Operation change(String id, Method method, String path, Access access) {
        return of(id, method, path, access, Effect.TRANSACTED);
    }

    /** Changes something that callers with this right may change, in one transaction. */
    public static Operation change(String id, Method method, String path, Scope scope) {
        return change(id, method, path, new Access.Holders(scope));
    }

    private static Operation of(String id, Method method, String path, Access access, Effect effect) {
        var limits = new Limits(1, BODY_BYTES_MAX);
        return new Operation(id, method, path, access, effect, MediaTypes.APPLICATION_JSON, limits);
    }

    /** Whether a client may name a request by an {@code Idempotency-Key} and send it again without a second effect. */
    public boolean takesKeys() {
        return method.equals(Method.POST) && effect == Effect.TRANSACTED;
    }

    /** The same, with another effect: a POST that only asks, or a change apart from transactions. */
    public Operation with(Effect other) {
        return new Operation(id, method, path, access, other, answers, limits);
    }

    public Operation answering(MediaType mediaType) {
        return new Operation(id, method, path, access, effect, mediaType, limits);
    }

    public Operation costing(int cost) {
        return new Operation(id, method, path, access, effect, answers, new Limits(cost, limits.bodyBytesMax()));
    }

    public Operation taking(int bodyBytesMax) {
        return new Operation(id, method, path, access, effect, answers, new Limits(limits.cost(), bodyBytesMax));
    }
}
