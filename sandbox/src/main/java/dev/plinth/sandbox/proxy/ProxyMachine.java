package dev.plinth.sandbox.proxy;

import dev.plinth.sandbox.machine.MachineKind;

/** The process of a load balancer or CDN, and the resource that it runs for. */
public record ProxyMachine(String name, MachineKind kind, String urn) {
    public static ProxyMachine loadBalancer(String name, String urn) {
        return new ProxyMachine(name, MachineKind.LOAD_BALANCER, urn);
    }
}
