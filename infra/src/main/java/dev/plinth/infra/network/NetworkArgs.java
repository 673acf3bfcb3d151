package dev.plinth.infra.network;

import dev.plinth.infra.notices.Signals;
import java.util.List;

/** What a network is made from: its size, and the ports that the internet may reach at the load balancer. */
public record NetworkArgs(NetworkSpec spec, List<Integer> openPorts, Signals signals) {

    public NetworkArgs {
        openPorts = List.copyOf(openPorts);
    }
}
