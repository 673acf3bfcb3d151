package dev.plinth.sandbox.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.sandbox.machine.MachineKind;
import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.machine.MachineStatus;
import dev.plinth.sandbox.machine.Machines;
import java.nio.file.Path;
import java.util.Map;

/** What runs, as the status call tells it. */
public record Overview(Path authority, Machines machines, Firewalls firewalls) {

    /** How often each rule of a process's firewall applied; nothing for a process that has none. */
    @FunctionalInterface
    public interface Firewalls {
        Map<String, Long> counts(String machine);
    }

    /** The answer of the moment. */
    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("caFile", authority.toString());
        var processes = json.putArray("processes");
        machines.status().forEach(status -> processes.add(process(status)));
        return json;
    }

    private ObjectNode process(MachineStatus status) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", status.name());
        json.put("kind", status.kind().label());
        json.put("pid", status.pid());
        json.put("address", status.endpoint().toString());
        json.put("state", state(status.state()));
        json.put("logFile", status.logFile().toString());
        json.put("urn", status.urn());
        if (status.kind() == MachineKind.DISTRIBUTION) {
            var firewall = json.putObject("firewall");
            firewalls.counts(status.name()).forEach(firewall::put);
        }
        return json;
    }

    /** Nothing here halts a machine on purpose: one that is down without being tried again has failed. */
    private static String state(MachineState state) {
        return switch (state) {
            case RUNNING -> "running";
            case STARTING -> "starting";
            case ENDED -> "ended";
            case FAILED, HALTED -> "failed";
        };
    }
}
