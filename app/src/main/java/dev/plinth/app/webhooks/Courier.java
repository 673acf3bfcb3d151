package dev.plinth.app.webhooks;

import java.util.Map;

/** Carries messages to their receivers. */
public interface Courier {
    /** Posts the body once, as JSON, and tells what came of it; never throws. */
    Answer post(WebhookUrl url, Map<String, String> headers, String body);
}
