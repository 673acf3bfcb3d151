package dev.plinth.app.idempotency;

import java.util.Map;

/**
 * What a request was answered, to be answered again when the request is repeated.
 *
 * @param request a digest of all of the request that its effect depends on
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and sent, never compared.
public record KeptAnswer(String request, int status, Map<String, String> headers, String mediaType, byte[] body) {
    public KeptAnswer {
        headers = Map.copyOf(headers);
    }
}
