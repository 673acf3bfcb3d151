package dev.plinth.app.support;

import dev.plinth.app.Application;
import dev.plinth.app.Configuration;
import dev.plinth.app.http.Operation;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An app in this process, a client of its API and one of its health checks. */
public final class RunningApp implements AutoCloseable {
    private final Application application;
    private final Client api;
    private final Client admin;
    private final Set<String> domains = new HashSet<>();

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

    /** Puts in a domain at the top of the tree, if it is not there yet. */
    public synchronized void domain(String id) throws IOException, InterruptedException {
        if (!domains.contains(id)
                && api.post("/api/v1/domains", Bodies.domain(id)).status() != 503) {
            domains.add(id);
        }
    }

    /** Puts in a metric that has nothing special but its id and domain; the domain comes with it. */
    public Reply create(String id, String domain) throws IOException, InterruptedException {
        domain(domain);
        return api.post("/api/v1/metrics", Bodies.metric(id, domain));
    }

    @Override
    public void close() {
        application.close();
        api.close();
        admin.close();
    }
}
