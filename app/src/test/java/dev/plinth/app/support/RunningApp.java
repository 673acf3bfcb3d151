package dev.plinth.app.support;

import dev.plinth.app.Application;
import dev.plinth.app.Configuration;
import dev.plinth.app.http.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** An app in this process, a client of its API and one of its health checks. */
public final class RunningApp implements AutoCloseable {
    private final Application application;
    private final Client api;
    private final Client admin;

    public RunningApp(Map<String, String> environment) {
        application = Application.start(Configuration.from(environment));
        api = new Client(application.apiPort());
        admin = new Client(application.adminPort());
    }

    public Client api() {
        return api;
    }

    public Client admin() {
        return admin;
    }

    /** What the API does. */
    public List<Operation> operations() {
        return application.operations();
    }

    public int apiPort() {
        return application.apiPort();
    }

    /** Puts in a metric that has nothing special but its id and domain. */
    public Reply create(String id, String domain) throws IOException, InterruptedException {
        return api.post("/api/v1/metrics", Bodies.metric(id, domain));
    }

    @Override
    public void close() {
        application.close();
        api.close();
        admin.close();
    }
}
