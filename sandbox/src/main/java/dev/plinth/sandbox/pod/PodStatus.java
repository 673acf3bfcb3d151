package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.machine.Claim;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.MachineState;

/** A pod: its name, its address with the ports it really listens on, and whether its probe answers. */
public record PodStatus(String name, Claim address, MachineState state, boolean ready) {
    /** Where a container port is served. */
    public Endpoint endpoint(int containerPort) {
        return address.endpoint(containerPort);
    }
}
