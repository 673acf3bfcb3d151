package dev.plinth.infra.network;

import java.util.List;

/** What a network is made from: its size, and the ports that the internet may reach at the load balancer. */
public record NetworkArgs(NetworkSpec spec, List<Integer> openPorts) {

    public NetworkArgs {
        openPorts = List.copyOf(openPorts);
    }
}
