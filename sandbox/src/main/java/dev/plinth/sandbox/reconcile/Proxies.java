package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.pod.PodStatus;
import dev.plinth.sandbox.proxy.LoadBalancers;
import dev.plinth.sandbox.proxy.ProxyMachine;
import dev.plinth.sandbox.proxy.ProxyStatus;
import dev.plinth.sandbox.proxy.ProxyStatus.Health;
import dev.plinth.sandbox.proxy.ProxyStatus.TargetHealth;
import dev.plinth.sandbox.proxy.ProxyTraffic;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.Urn;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Keeps every load balancer as the state says. Changes wait for each other, and return when the proxy has taken over. */
public final class Proxies {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /** The longest that a new target may take to pass its first checks. */
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(90);

    private final StateStore state;
    private final LoadBalancers balancers;
    private final Map<Urn, List<PodStatus>> pods = new ConcurrentHashMap<>();
    /** Load balancers that are going: the state still has them, but nothing may start them again. */
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();

    private final ReentrantLock lock = new ReentrantLock();

    public Proxies(StateStore state, LoadBalancers balancers) {
        this.state = state;
        this.balancers = balancers;
    }

    /** Brings every load balancer whose configuration differs up to date. */
    public void refresh() {
        lock.lock();
        try {
            ProxyPlan.all(snapshot()).stream()
                    .filter(plan -> !leaving.contains(plan.machine()) && differs(plan))
                    .forEach(this::apply);
        } finally {
            lock.unlock();
        }
    }

    /** The port that a listener is really bound to. */
    public Optional<Integer> port(String machine, String listener) {
        return balancers.status(machine).map(status -> status.port(listener));
    }

    /** What a load balancer says of itself right now; empty when it does not answer. */
    public Optional<ProxyStatus> status(String machine) {
        return balancers.status(machine);
    }

    /** What a load balancer did between two seconds since 1970; empty when it does not answer. */
    public Optional<ProxyTraffic> traffic(String machine, long from, long until) {
        return balancers.traffic(machine, from, until);
    }

    /** How often each rule of a CDN's firewall applied. */
    public Map<String, Long> firewall(String machine) {
        return balancers.status(machine).map(ProxyStatus::firewall).orElse(Map.of());
    }

    /** The address that a load balancer has for itself. */
    public String address(String machine) {
        return balancers.address(machine);
    }

    /** Takes the pods of a Deployment that the daemon found running; nothing waits for them. */
    public void adopt(Urn deployment, List<PodStatus> running) {
        pods.put(deployment, running);
    }

    /** Sends a Deployment's traffic to these pods only, once the load balancers find them healthy. */
    public void move(Urn deployment, List<PodStatus> ready) {
        var old = pods.getOrDefault(deployment, List.of());
        var names = ready.stream().map(PodStatus::name).toList();
        var leaving = old.stream().filter(pod -> !names.contains(pod.name()));
        pods.put(deployment, Stream.concat(ready.stream(), leaving).toList());
        refresh();
        awaitHealthy(addresses(ready));
        pods.put(deployment, List.copyOf(ready));
        refresh();
    }

    /** Sends no traffic to a Deployment any more. */
    public void forget(Urn deployment) {
        pods.remove(deployment);
        refresh();
    }

    /** Starts a load balancer, or brings it up to date. */
    public void start(String machine) {
        leaving.remove(machine);
        refresh();
    }

    /** Stops a load balancer. */
    public void remove(String machine) {
        lock.lock();
        try {
            leaving.add(machine);
            balancers.remove(machine);
        } finally {
            lock.unlock();
        }
    }

    private Snapshot snapshot() {
        return new Snapshot(state.all().toList(), pods);
    }

    private boolean differs(ProxyPlan plan) {
        return balancers
                .configuration(plan.machine())
                .filter(plan.configuration()::equals)
                .isEmpty();
    }

    private void apply(ProxyPlan plan) {
        balancers.apply(new ProxyMachine(plan.machine(), plan.kind(), plan.urn()), plan.configuration());
    }

    /** Like a pod's readiness gate: a target that no load balancer asks for is not waited for. */
    private void awaitHealthy(Set<String> hosts) {
        var deadline = System.nanoTime() + HEALTHY_WITHIN.toNanos();
        var waiting = waiting(hosts);
        while (waiting.isPresent() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            waiting = waiting(hosts);
        }
        waiting.ifPresent(target -> {
            throw new SandboxException(
                    "the pod at %s is ready, but its load balancer does not find it healthy after %d s: %s; compare the target group's health check with the pod's ports"
                            .formatted(target.endpoint(), HEALTHY_WITHIN.toSeconds(), target.reason()));
        });
    }

    private Optional<TargetHealth> waiting(Set<String> hosts) {
        return ProxyPlan.all(snapshot()).stream()
                .map(ProxyPlan::machine)
                .flatMap(machine -> balancers.status(machine).stream())
                .flatMap(status -> status.groups().stream())
                .flatMap(group -> group.targets().stream())
                .filter(target -> hosts.contains(target.endpoint().host()) && target.health() != Health.HEALTHY)
                .findFirst();
    }

    private static Set<String> addresses(List<PodStatus> pods) {
        var hosts = new HashSet<String>();
        pods.forEach(pod -> hosts.add(pod.address().host()));
        return hosts;
    }
}
