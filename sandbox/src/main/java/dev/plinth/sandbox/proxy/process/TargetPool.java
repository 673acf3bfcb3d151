package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.proxy.Protocol;
import dev.plinth.sandbox.proxy.ProxyStatus;
import dev.plinth.sandbox.proxy.ProxyStatus.Health;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The targets of a group; the healthy ones take turns. */
final class TargetPool {
    private final String name;
    private final Protocol protocol;
    private final List<TargetMonitor> monitors;
    private final AtomicInteger turn = new AtomicInteger();

    TargetPool(String name, Protocol protocol, List<TargetMonitor> monitors) {
        this.name = name;
        this.protocol = protocol;
        this.monitors = List.copyOf(monitors);
    }

    String name() {
        return name;
    }

    Protocol protocol() {
        return protocol;
    }

    List<TargetMonitor> monitors() {
        return monitors;
    }

    /** The healthy targets, the one whose turn it is first. */
    List<Endpoint> inTurn() {
        var healthy = new ArrayList<Endpoint>();
        for (TargetMonitor monitor : monitors) {
            if (monitor.health() == Health.HEALTHY) {
                healthy.add(monitor.endpoint());
            }
        }
        if (healthy.size() > 1) {
            Collections.rotate(healthy, -Math.floorMod(turn.getAndIncrement(), healthy.size()));
        }
        return healthy;
    }

    List<ProxyStatus.TargetHealth> health() {
        return monitors.stream()
                .map(monitor -> new ProxyStatus.TargetHealth(monitor.endpoint(), monitor.health(), monitor.reason()))
                .toList();
    }
}
