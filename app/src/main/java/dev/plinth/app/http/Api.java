package dev.plinth.app.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All operations of the API, in the order in which they were added. */
public final class Api {
    private final List<Served> served = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /** An operation and what carries it out. */
    record Served(Operation operation, Endpoint endpoint) {}

    /** The operations of all features. */
    public static Api of(Collection<Operations> features) {
        var api = new Api();
        features.forEach(feature -> feature.addTo(api));
        return api;
    }

    public Api add(Operation operation, Endpoint endpoint) {
        if (!ids.add(operation.id())) {
            throw new IllegalStateException("Two operations are called " + operation.id());
        }
        served.add(new Served(operation, endpoint));
        return this;
    }

    public List<Operation> operations() {
        return served.stream().map(Served::operation).toList();
    }

    List<Served> served() {
        return List.copyOf(served);
    }
}
