package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.Action;
import dev.plinth.sandbox.proxy.ListenerSettings;
import dev.plinth.sandbox.proxy.ProxyAttributes;
import dev.plinth.sandbox.proxy.Rule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One configuration, ready to be asked; requests that were routed by it are counted until they have a target's answer. */
final class Routing {
    private final ProxyAttributes attributes;
    private final Map<Integer, Listener> listeners = new HashMap<>();
    private final Map<String, TargetPool> pools;
    private final Cdn cdn;
    private final AtomicInteger requests = new AtomicInteger();

    Routing(ProxyAttributes attributes, List<ListenerSettings> settings, Map<String, TargetPool> pools, Cdn cdn) {
        this.attributes = attributes;
        this.pools = Map.copyOf(pools);
        this.cdn = cdn;
        settings.forEach(listener -> listeners.put(listener.port(), listener(listener)));
    }

    /** What a CDN has more than a load balancer. */
    record Cdn(Distributor.House house, Firewall firewall) {}

    /** A rule's question and what follows when it is answered with yes. */
    private record Route(Predicate<Facts> question, Step step) {}

    private record Listener(List<Route> routes, Map<String, String> responseHeaders) {}

    /** What to do with a request. */
    sealed interface Step {
        /** Sends it to the group that the choice names. */
        record Forward(WeightedChoice choice) implements Step {}

        /** Asks the origins of a CDN. */
        record Distribute(Distributor distributor) implements Step {}

        /** Answers without a target. */
        record Answer(Action.Immediate action) implements Step {}
    }

    ProxyAttributes attributes() {
        return attributes;
    }

    Firewall firewall() {
        return cdn.firewall();
    }

    AtomicInteger requests() {
        return requests;
    }

    Map<String, TargetPool> pools() {
        return pools;
    }

    /** A group that a listener forwards to, which the constructor has made sure is there. */
    TargetPool pool(String group) {
        return Objects.requireNonNull(pools.get(group), group);
    }

    /** Empty when the listener was taken away while the request came in. */
    Optional<Step> step(int listenerPort, Facts facts) {
        Listener found = listeners.get(listenerPort);
        if (found == null) {
            return Optional.empty();
        }
        return found.routes().stream()
                .filter(route -> route.question().test(facts))
                .map(Route::step)
                .findFirst();
    }

    Map<String, String> responseHeaders(int listenerPort) {
        Listener found = listeners.get(listenerPort);
        return found == null ? Map.of() : found.responseHeaders();
    }

    private Listener listener(ListenerSettings settings) {
        Stream<Route> rules = settings.rules().stream()
                .sorted(Comparator.comparingInt(Rule::priority))
                .map(rule -> new Route(Conditions.all(rule.conditions()), step(settings.name(), rule.action())));
        Route otherwise = new Route(facts -> true, step(settings.name(), settings.defaultAction()));
        return new Listener(
                Stream.concat(rules, Stream.of(otherwise)).toList(), Map.copyOf(settings.responseHeaders()));
    }

    private Step step(String listener, Action action) {
        return switch (action) {
            case Action.Immediate immediate -> new Step.Answer(immediate);
            case Action.Distribute distribute ->
                new Step.Distribute(new Distributor(distribute.behaviour(), cdn.house()));
            case Action.Forward forward -> {
                forward.groups().forEach(group -> check(listener, group));
                yield new Step.Forward(new WeightedChoice(forward.groups()));
            }
        };
    }

    private void check(String listener, Action.WeightedGroup group) {
        if (!pools.containsKey(group.group())) {
            throw new IllegalArgumentException("listener %s forwards to the target group '%s', but there are only %s"
                    .formatted(listener, group.group(), pools.keySet()));
        }
        if (group.weight() < 0) {
            throw new IllegalArgumentException("listener %s gives group %s the weight %d: expected 0 or more"
                    .formatted(listener, group.group(), group.weight()));
        }
    }
}
