package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.CdnSettings;
import dev.plinth.sandbox.proxy.ListenerSettings;
import dev.plinth.sandbox.proxy.Protocol;
import dev.plinth.sandbox.proxy.ProxyAttributes;
import dev.plinth.sandbox.proxy.ProxyConfiguration;
import dev.plinth.sandbox.proxy.ProxyStatus;
import dev.plinth.sandbox.proxy.ProxyTraffic;
import dev.plinth.sandbox.proxy.TargetGroupSettings;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xnio.XnioWorker;

/** The load balancer itself: applies one configuration after the other without letting a request down. */
final class ProxyServer {
    private final HttpClient client = Clients.toTargets();
    private final Counters counters = new Counters();
    private final Forwarder forwarder = new Forwarder(client, counters);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OriginPool origins = new OriginPool();
    private final Router router =
            new Router(new Routing(ProxyAttributes.defaults(), List.of(), Map.of(), origins.of(CdnSettings.NONE)));
    private final Map<TargetMonitor.Key, TargetMonitor> monitors = new HashMap<>();
    private final List<BoundListener> listeners = new ArrayList<>();
    private final BoundListener.Surroundings surroundings;
    private ProxyConfiguration configuration = new ProxyConfiguration(ProxyAttributes.defaults(), List.of(), List.of());

    ProxyServer(XnioWorker worker) {
        this.surroundings = new BoundListener.Surroundings(worker, this::handler);
    }

    /**
     * Makes the configuration the one in force. When it returns, no request is routed by the old one any more; when it
     * throws, the old one is still in force.
     *
     * @param earlierPorts the ports that listeners had in an earlier life, by the declared ones
     */
    synchronized ProxyStatus apply(ProxyConfiguration next, Map<Integer, Integer> earlierPorts) throws IOException {
        check(next);
        Map<TargetMonitor.Key, TargetMonitor> watching = monitorsOf(next);
        Routing routing = new Routing(
                next.attributes(), next.listeners(), poolsOf(next, watching), origins.of(next.distribution()));
        List<BoundListener> opened = open(next, earlierPorts);
        watching.values().stream()
                .filter(monitor -> !monitors.containsKey(monitor.key()))
                .forEach(TargetMonitor::start);
        router.replace(routing);
        monitors.values().stream()
                .filter(monitor -> !watching.containsKey(monitor.key()))
                .forEach(TargetMonitor::stop);
        monitors.clear();
        monitors.putAll(watching);
        listeners.addAll(opened);
        configuration = next;
        closeUnused();
        listeners.replaceAll(this::withIdleTimeout);
        for (BoundListener listener : listeners) {
            listener.update(settings(listener));
        }
        return status();
    }

    synchronized ProxyStatus status() {
        var bound = configuration.listeners().stream()
                .map(settings -> new ProxyStatus.Listener(settings.name(), settings.port(), boundPort(settings.port())))
                .toList();
        var groups = router.current().pools().values().stream()
                .map(pool -> new ProxyStatus.Group(pool.name(), pool.health(), counters.of(pool.name())))
                .toList();
        return new ProxyStatus(bound, groups, origins.counts());
    }

    /** What happened from the first second on until before the second one. */
    ProxyTraffic traffic(long from, long until) {
        return counters.between(from, until);
    }

    /** Notes how well the targets are at this moment. */
    void look() {
        router.current().pools().values().forEach(pool -> counters.looked(pool.name(), pool.health()));
    }

    /** The ports that the listeners have, by the declared ones. */
    synchronized Map<Integer, Integer> ports() {
        var ports = new TreeMap<Integer, Integer>();
        listeners.forEach(listener -> ports.put(listener.wantedPort(), listener.port()));
        return ports;
    }

    private static void check(ProxyConfiguration next) {
        distinct(next.groups().stream().map(TargetGroupSettings::name).toList(), "target group");
        distinct(next.listeners().stream().map(ListenerSettings::name).toList(), "listener name");
        distinct(next.listeners().stream().map(ListenerSettings::port).toList(), "listener port");
        next.listeners().stream()
                .filter(listener -> listener.protocol() == Protocol.HTTPS)
                .forEach(BoundListener::context);
    }

    private static void distinct(List<?> values, String what) {
        values.stream()
                .filter(value -> values.indexOf(value) != values.lastIndexOf(value))
                .findFirst()
                .ifPresent(value -> {
                    throw new IllegalArgumentException("the %s %s is there twice".formatted(what, value));
                });
    }

    /** A target whose health check did not change keeps its monitor, and with it its health. */
    private Map<TargetMonitor.Key, TargetMonitor> monitorsOf(ProxyConfiguration next) {
        return next.groups().stream()
                .flatMap(group -> group.targets().stream()
                        .distinct()
                        .map(target -> new TargetMonitor.Key(group.name(), group.healthCheck(), target)))
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> monitors.containsKey(key) ? monitors.get(key) : new TargetMonitor(key, client)));
    }

    private static Map<String, TargetPool> poolsOf(
            ProxyConfiguration next, Map<TargetMonitor.Key, TargetMonitor> watching) {
        var pools = new HashMap<String, TargetPool>();
        for (TargetGroupSettings group : next.groups()) {
            List<TargetMonitor> own = group.targets().stream()
                    .distinct()
                    .map(target -> watching.get(new TargetMonitor.Key(group.name(), group.healthCheck(), target)))
                    .toList();
            pools.put(group.name(), new TargetPool(group.name(), group.protocol(), own));
        }
        return pools;
    }

    private List<BoundListener> open(ProxyConfiguration next, Map<Integer, Integer> earlierPorts) {
        var opened = new ArrayList<BoundListener>();
        try {
            for (ListenerSettings settings : next.listeners()) {
                if (listeners.stream().noneMatch(listener -> listener.serves(settings))) {
                    Integer earlier = earlierPorts.get(settings.port());
                    OptionalInt first = earlier == null ? OptionalInt.empty() : OptionalInt.of(earlier);
                    opened.add(BoundListener.open(settings, first, next.attributes(), surroundings));
                }
            }
            return opened;
        } catch (RuntimeException e) {
            opened.forEach(BoundListener::close);
            throw e;
        }
    }

    private HttpHandler handler(int wantedPort, int port) {
        var place = new RequestHandler.Place(wantedPort, port, this::boundPort);
        return new HttpContinueReadHandler(new RequestHandler(place, router, forwarder, threads));
    }

    private int boundPort(int wantedPort) {
        return ports().getOrDefault(wantedPort, wantedPort);
    }

    /** An open socket's timeout cannot be changed: it listens anew, while its open connections are served on. */
    private BoundListener withIdleTimeout(BoundListener listener) {
        ProxyAttributes attributes = configuration.attributes();
        if (listener.idleTimeout().equals(attributes.idleTimeout())) {
            return listener;
        }
        listener.close();
        return BoundListener.open(settings(listener), OptionalInt.of(listener.port()), attributes, surroundings);
    }

    private ListenerSettings settings(BoundListener listener) {
        return configuration.listeners().stream()
                .filter(listener::serves)
                .findFirst()
                .orElseThrow();
    }

    private void closeUnused() {
        var unused = listeners.stream()
                .filter(listener -> configuration.listeners().stream().noneMatch(listener::serves))
                .toList();
        unused.forEach(BoundListener::close);
        listeners.removeAll(unused);
    }
}
