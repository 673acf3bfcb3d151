package dev.plinth.sandbox.proxy;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.machine.Claim;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.JavaProgram;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.MachineSpec;
import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.machine.MachineStatus;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.machine.Secret;
import dev.plinth.sandbox.machine.StopRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Load balancers as machines: one proxy process each, steered over its own loopback control port.
 *
 * <p>Safe for use by several threads as long as no two of them change the same load balancer.
 */
public final class LoadBalancers {
    private static final JavaProgram PROGRAM = new JavaProgram("dev.plinth.sandbox.proxy.process.ProxyProcess", "256m");
    private static final int CONTROL_PORT = 9901;
    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final Duration STOP_GRACE = Duration.ofSeconds(5);
    private static final int LOG_LINES = 15;

    private final Machines machines;
    private final ControlClient client = new ControlClient();
    private final Path root;

    public LoadBalancers(Machines machines) {
        this.machines = machines;
        this.root = machines.stateDirectory().resolve("load-balancers");
    }

    /**
     * Starts the process if it is not there, and returns when it has taken the configuration over as a whole: from then
     * on no request is routed by the earlier one. A configuration that is refused changes nothing.
     */
    public ProxyStatus apply(ProxyMachine machine, ProxyConfiguration configuration) {
        String name = machine.name();
        boolean fresh = machines.find(name).isEmpty();
        try {
            Control control = running(machine);
            ProxyStatus status = client.apply(control, configuration);
            machines.describe(name, machine.urn(), shown(configuration, status).orElse(control.endpoint()));
            return status;
        } catch (MachineException e) {
            if (fresh) {
                remove(name);
            }
            throw new MachineException("%s %s: %s".formatted(machine.kind().label(), name, e.getMessage()), e);
        }
    }

    /** The configuration applied last. */
    public Optional<ProxyConfiguration> configuration(String name) {
        return Json.read(folder(name).resolve("configuration.json"), ProxyConfiguration.class);
    }

    /** What the process says of itself right now; empty when there is no such load balancer or it does not answer. */
    public Optional<ProxyStatus> status(String name) {
        if (machines.find(name).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(client.status(Control.read(folder(name))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * What the process did from the first second on until before the second one, one hour back at most; empty when it
     * does not answer.
     */
    public Optional<ProxyTraffic> traffic(String name, long from, long until) {
        if (machines.find(name).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(client.traffic(Control.read(folder(name)), from, until));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The address that belongs to the load balancer of that name alone, whether it runs already or not. */
    public String address(String name) {
        return claim(name).host();
    }

    /** Waits until every target of the group is healthy; false when they are not within the time. */
    public boolean awaitHealthy(String name, String group, Duration timeout) {
        return Pause.until(
                timeout,
                () -> status(name).stream()
                        .flatMap(status -> status.groups().stream())
                        .filter(candidate -> candidate.name().equals(group))
                        .anyMatch(LoadBalancers::isHealthy));
    }

    /** Stops the process and forgets its configuration; a name that is not there is fine. */
    public void remove(String name) {
        machines.remove(name);
        machines.addresses().release(owner(name));
        Disk.delete(folder(name));
    }

    private static boolean isHealthy(ProxyStatus.Group group) {
        return group.targets().stream().allMatch(target -> target.health() == ProxyStatus.Health.HEALTHY);
    }

    /** Makes the process run, and run the code of this build: an older one comes back with its configuration. */
    private Control running(ProxyMachine machine) {
        String name = machine.name();
        Path folder = folder(name);
        Optional<MachineStatus> present = machines.find(name);
        if (present.isEmpty()) {
            Endpoint endpoint = claim(name).endpoint(CONTROL_PORT);
            new Control(endpoint, Secret.random()).write(folder);
            start(machine, endpoint);
        } else {
            start(machine, present.get().endpoint());
        }
        Control control = Control.read(folder);
        boolean answers = Pause.until(START_MAX, () -> answers(control) || crashed(name));
        if (!answers || crashed(name)) {
            throw new MachineException("the process does not come up; it last said:\n"
                    + String.join("\n", machines.logTail(name, LOG_LINES)));
        }
        return control;
    }

    private void start(ProxyMachine machine, Endpoint endpoint) {
        String name = machine.name();
        machines.start(new MachineSpec(
                name,
                machine.kind(),
                machine.urn(),
                PROGRAM.launch(
                        folder(name), machines.libraries(), List.of(folder(name).toString())),
                endpoint,
                StopRule.terminate(STOP_GRACE)));
    }

    /** The address that people want to see is the one of the first listener. */
    private static Optional<Endpoint> shown(ProxyConfiguration configuration, ProxyStatus status) {
        return status.listeners().stream()
                .map(listener -> new Endpoint(configuration.attributes().host(), listener.port()))
                .findFirst();
    }

    private boolean answers(Control control) {
        try {
            client.status(control);
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private boolean crashed(String name) {
        return machines.find(name).stream().anyMatch(machine -> machine.state() == MachineState.FAILED);
    }

    private Claim claim(String name) {
        return machines.addresses().claim(owner(name), List.of(CONTROL_PORT));
    }

    private Path folder(String name) {
        return root.resolve(name);
    }

    private static String owner(String name) {
        return "load-balancer/" + name;
    }
}
