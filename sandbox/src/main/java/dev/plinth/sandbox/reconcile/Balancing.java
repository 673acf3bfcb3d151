package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Load balancers and target groups as the state has them at one moment. */
public final class Balancing {
    private final Snapshot snapshot;

    public Balancing(StateStore state) {
        this.snapshot = new Snapshot(state.all().filter(StoredResource::ready).toList(), Map.of());
    }

    public Stream<StoredResource> balancers() {
        return snapshot.ofType("aws:lb/loadBalancer:LoadBalancer");
    }

    public Stream<StoredResource> groups() {
        return snapshot.ofType("aws:lb/targetGroup:TargetGroup");
    }

    /** The load balancers that forward to the group of that ARN, with a weight or without. */
    public List<StoredResource> balancersOf(String group) {
        return balancers()
                .filter(balancer -> groupsOf(balancer).contains(group))
                .toList();
    }

    private Set<String> groupsOf(StoredResource balancer) {
        return GroupNames.in(new ListenerPlan(snapshot).of(balancer.id()));
    }
}
