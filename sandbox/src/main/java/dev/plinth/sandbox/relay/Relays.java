package dev.plinth.sandbox.relay;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.JavaProgram;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.MachineKind;
import dev.plinth.sandbox.machine.MachineSpec;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.machine.StopRule;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** Relays as machines: each passes what arrives at an address of its own on to one target, byte by byte. */
public final class Relays {
    private static final JavaProgram PROGRAM = new JavaProgram("dev.plinth.sandbox.relay.process.RelayProcess", "64m");
    private static final Duration START_MAX = Duration.ofSeconds(30);
    private static final Duration STOP_GRACE = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 500;
    private static final int LOG_LINES = 15;
    private final Machines machines;
    private final MachineKind kind;

    public Relays(Machines machines, MachineKind kind) {
        this.machines = machines;
        this.kind = kind;
    }

    /** The relay's own address, with just that port; it is kept until the relay is removed. */
    public Endpoint address(String name, int port) {
        var claim = machines.addresses().claim(owner(name), List.of(port));
        if (claim.port(port) != port) {
            machines.addresses().release(owner(name));
            throw new MachineException(
                    "relay %s: a process holds port %d on all addresses (0.0.0.0); stop it, or let it listen on 127.0.0.1 only"
                            .formatted(name, port));
        }
        return claim.endpoint(port);
    }

    /** Passes connections on to the target from now on; those that lead elsewhere end. */
    public void lead(String name, String urn, int port, Endpoint target) {
        var place = address(name, port);
        var folder = Disk.folder(machines.stateDirectory().resolve("relays"));
        var launch = PROGRAM.launch(folder, machines.libraries(), List.of(place.toString(), target.toString()));
        machines.start(new MachineSpec(name, kind, urn, launch, place, StopRule.terminate(STOP_GRACE)));
        if (!Pause.until(START_MAX, () -> listens(place))) {
            throw new MachineException("relay %s does not come up; it last said:\n%s"
                    .formatted(name, String.join("\n", machines.logTail(name, LOG_LINES))));
        }
    }

    /** Leads nowhere, so that nothing answers, and keeps the address. */
    public void rest(String name) {
        machines.remove(name);
    }

    /** Gives the address up as well. */
    public void remove(String name) {
        machines.remove(name);
        machines.addresses().release(owner(name));
    }

    private static boolean listens(Endpoint place) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(place.host(), place.port()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String owner(String name) {
        return "relay/" + name;
    }
}
