package dev.plinth.app.support;

import java.io.IOException;

/** What an administrator does with domains. */
public final class DomainCalls {
    public static final String PATH = "/api/v1/domains";

    private final RunningApp app;

    public DomainCalls(RunningApp app) {
        this.app = app;
    }

    /** Below no other one when {@code parent} is empty. */
    public Reply create(String id, String parent) throws IOException, InterruptedException {
        String below = parent.isEmpty() ? "" : ", \"parent\": \"%s\"".formatted(parent);
        return app.api()
                .post(PATH, "{\"domain_id\": \"%s\", \"name\": \"A\", \"description\": \"B.\"%s}".formatted(id, below));
    }

    public Reply patch(String id, String body) throws IOException, InterruptedException {
        return app.api()
                .send("PATCH", PATH + "/" + id, body, "Content-Type", "application/merge-patch+json", "If-Match", "*");
    }

    public Reply delete(String id) throws IOException, InterruptedException {
        return app.api().send("DELETE", PATH + "/" + id, "", "If-Match", "*");
    }

    public Reply tree(String id) throws IOException, InterruptedException {
        return app.api().get(PATH + "/" + id + "/tree");
    }
}
