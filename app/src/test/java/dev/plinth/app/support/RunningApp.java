package dev.plinth.app.support;

import dev.plinth.app.Application;
import dev.plinth.app.Configuration;
import dev.plinth.app.access.Role;
import dev.plinth.app.http.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An app in this process, with clients of its API for users of every role, and one of its health checks. */
public final class RunningApp implements AutoCloseable {
    private final Application application;
    private final Client anonymous;
    private final Client admin;
    private final Set<String> domains = new HashSet<>();
    private final Accounts accounts;
    private final Client administrator;
    private final Map<Role, Client> clients = new EnumMap<>(Role.class);

    /** Returns when the administrator is signed in. */
    public RunningApp(Map<String, String> environment) {
        application = Application.start(Configuration.from(environment));
        anonymous = new Client(application.apiPort());
        admin = new Client(application.adminPort());
        accounts = new Accounts(anonymous);
        try {
            administrator = new Client(application.apiPort(), accounts.administrator(environment));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** An administrator. */
    public Client api() {
        return administrator;
    }

    /** A user of this role, who is added and signed in at the first call. */
    public synchronized Client as(Role role) {
        return role == Role.ADMIN ? administrator : clients.computeIfAbsent(role, this::signedIn);
    }

    /** Somebody who does not say who they are. */
    public Client anonymous() {
        return anonymous;
    }

    /** Whoever has this access token or API key; to be closed by the caller. */
    public Client with(String token) {
        return new Client(application.apiPort(), token);
    }

    public Accounts accounts() {
        return accounts;
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
                && api().post("/api/v1/domains", Bodies.domain(id)).status() != 503) {
            domains.add(id);
        }
    }

    /** Puts in a metric that has nothing special but its id and domain; the domain comes with it. */
    public Reply create(String id, String domain) throws IOException, InterruptedException {
        domain(domain);
        return api().post("/api/v1/metrics", Bodies.metric(id, domain));
    }

    private Client signedIn(Role role) {
        try {
            return new Client(application.apiPort(), accounts.user(administrator, role));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    @Override
    public void close() {
        application.close();
        clients.values().forEach(Client::close);
        administrator.close();
        anonymous.close();
        admin.close();
    }
}
