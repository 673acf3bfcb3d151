package dev.plinth.sandbox.proxy;

import dev.plinth.sandbox.machine.Endpoint;

/** A place that answers requests, and the port its health is asked on (0: what the group's health check says). */
public record Target(Endpoint endpoint, int healthPort) {
    public static Target of(Endpoint endpoint) {
        return new Target(endpoint, 0);
    }
}
