package dev.plinth.app.support;

import java.io.IOException;

/** Somebody who writes and publishes metrics. */
public record Author(Client client) {
    public static final String METRICS = "/api/v1/metrics/";

    /** The working copy as it is now. */
    public Reply draft(String id) throws IOException, InterruptedException {
        return client.get(METRICS + id + "?view=draft");
    }

    /** A merge patch on top of what is there now. */
    public Reply patch(String id, String json) throws IOException, InterruptedException {
        return patch(id, json, draft(id).header("ETag"));
    }

    /** A merge patch on top of what the tag stands for. */
    public Reply patch(String id, String json, String tag) throws IOException, InterruptedException {
        return client.send(
                "PATCH", METRICS + id, json, "Content-Type", "application/merge-patch+json", "If-Match", tag);
    }

    public Reply publish(String id) throws IOException, InterruptedException {
        return verb(id, "publish", """
                {"reason": "It is agreed."}""");
    }

    public Reply deprecate(String id) throws IOException, InterruptedException {
        return verb(id, "deprecate", """
                {"reason": "Another one says it better.", "sunset": "2099-12-31T00:00:00Z"}""");
    }

    public Reply retire(String id) throws IOException, InterruptedException {
        return verb(id, "retire", """
                {"reason": "Nobody asks any more."}""");
    }

    public Reply rename(String id, String other) throws IOException, InterruptedException {
        return verb(id, "rename", "{\"metric_id\": \"%s\"}".formatted(other));
    }

    public Reply delete(String id) throws IOException, InterruptedException {
        return client.send("DELETE", METRICS + id, "", "If-Match", "*");
    }

    /** A custom method; without a body when the JSON is "". */
    public Reply verb(String id, String verb, String json) throws IOException, InterruptedException {
        return json.isEmpty()
                ? client.send("POST", METRICS + id + ":" + verb, "")
                : client.post(METRICS + id + ":" + verb, json);
    }
}
