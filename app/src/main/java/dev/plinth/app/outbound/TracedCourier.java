package dev.plinth.app.outbound;

import dev.plinth.app.telemetry.Tracing;
import dev.plinth.app.webhooks.Answer;
import dev.plinth.app.webhooks.Courier;
import dev.plinth.app.webhooks.WebhookUrl;
import java.util.HashMap;
import java.util.Map;

/** Lets receivers go on with the trace of what they are sent. Spans name the host alone: the rest may be a secret. */
public final class TracedCourier implements Courier {
    private final Courier courier;
    private final Tracing tracing;

    public TracedCourier(Courier courier, Tracing tracing) {
        this.courier = courier;
        this.tracing = tracing;
    }

    @Override
    public Answer post(WebhookUrl url, Map<String, String> headers, String body) {
        return tracing.calling("webhook", Map.of("server.address", url.uri().getHost()), trace -> {
            Map<String, String> all = new HashMap<>(headers);
            all.putAll(trace);
            return courier.post(url, all, body);
        });
    }
}
