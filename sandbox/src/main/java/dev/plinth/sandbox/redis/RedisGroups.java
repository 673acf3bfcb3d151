package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Machines;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Redis replication groups as machines (NAME-001, NAME-002 ...). A call returns when every replica is in step with its
 * primary, or fails with the last log lines in the message; what a failed creation left is removed.
 *
 * <p>Safe for use by several threads as long as no two of them change the same group.
 */
public final class RedisGroups {
    private final Machines machines;
    private final RedisNodes nodes;
    private final Path root;

    public RedisGroups(Machines machines, CertificateAuthority authority, CacheFolder cache) {
        this.machines = machines;
        this.nodes = new RedisNodes(machines, authority, cache);
        this.root = machines.stateDirectory().resolve("redis");
    }

    /** Makes a new group; one that an interrupted creation of the same resource left is replaced. */
    public RedisGroup create(RedisSpec spec) {
        record(spec.name()).ifPresent(old -> {
            if (!old.spec().urn().equals(spec.urn())) {
                throw new MachineException("cache %s exists already, made by %s: give the new one another identifier"
                        .formatted(spec.name(), old.spec().urn()));
            }
        });
        remove(spec.name());
        try {
            return run(placed(spec));
        } catch (MachineException e) {
            remove(spec.name());
            throw e;
        }
    }

    /**
     * Applies a changed spec of the same name: node count, token, encryption, parameters. Parameters change while the
     * nodes run where Redis can do that; everything else restarts them, which empties the cache. A spec that does not
     * come up is undone.
     */
    public RedisGroup update(RedisSpec spec) {
        RedisRecord old = existing(spec.name());
        if (setWhileRunning(old, spec)) {
            var changed = new RedisRecord(spec, old.nodes());
            write(changed);
            return changed.group();
        }
        IntStream.range(spec.nodes(), old.nodes().size()).forEach(index -> removeNode(spec.name(), index));
        try {
            return run(placed(spec));
        } catch (MachineException e) {
            run(placed(old.spec()));
            throw e;
        }
    }

    public Optional<RedisGroup> find(String name) {
        return record(name).map(RedisRecord::group);
    }

    public RedisHealth health(String name) {
        return nodes.health(existing(name));
    }

    /** Stops every node and deletes their data; a name that is not there is fine. */
    public void remove(String name) {
        record(name)
                .ifPresent(group -> IntStream.range(0, group.nodes().size()).forEach(index -> removeNode(name, index)));
        Disk.delete(root.resolve(name));
    }

    private RedisGroup run(RedisRecord group) {
        write(group);
        IntStream.range(0, group.nodes().size()).forEach(index -> nodes.start(group, index, folder(group, index)));
        nodes.awaitReady(group);
        return group.group();
    }

    private void write(RedisRecord group) {
        // Known before the first node is there, so that an interrupted creation can be cleared.
        Json.write(root.resolve(group.spec().name()).resolve("group.json"), group);
        IntStream.range(0, group.nodes().size()).forEach(index -> nodes.write(group, index, folder(group, index)));
    }

    private boolean setWhileRunning(RedisRecord old, RedisSpec spec) {
        Map<String, String> before = RedisConfiguration.parameters(old.spec().settings());
        Map<String, String> after = RedisConfiguration.parameters(spec.settings());
        boolean parametersOnly = old.spec().nodes() == spec.nodes()
                && old.spec().port() == spec.port()
                && old.spec().settings().tls() == spec.settings().tls()
                && old.spec().settings().authToken().equals(spec.settings().authToken());
        // A parameter that is taken away falls back to a default that only a restart knows.
        if (!parametersOnly || !after.keySet().containsAll(before.keySet())) {
            return false;
        }
        return after.entrySet().stream()
                .filter(parameter -> !Objects.equals(before.get(parameter.getKey()), parameter.getValue()))
                .allMatch(parameter ->
                        IntStream.range(0, spec.nodes()).allMatch(index -> nodes.set(old, index, parameter)));
    }

    private RedisRecord placed(RedisSpec spec) {
        List<Endpoint> endpoints = IntStream.range(0, spec.nodes())
                .mapToObj(index -> machines.addresses()
                        .claim(owner(spec.name(), index), List.of(spec.port()))
                        .endpoint(spec.port()))
                .toList();
        return new RedisRecord(spec, endpoints);
    }

    private void removeNode(String group, int index) {
        machines.remove(RedisRecord.nodeName(group, index));
        machines.addresses().release(owner(group, index));
        Disk.delete(root.resolve(group).resolve(RedisRecord.nodeName(group, index)));
    }

    private RedisRecord existing(String name) {
        return record(name).orElseThrow(() -> new MachineException("there is no cache called " + name));
    }

    private Optional<RedisRecord> record(String name) {
        return Json.read(root.resolve(name).resolve("group.json"), RedisRecord.class);
    }

    private Path folder(RedisRecord group, int index) {
        String name = group.spec().name();
        return root.resolve(name).resolve(RedisRecord.nodeName(name, index));
    }

    private static String owner(String group, int index) {
        return "redis/" + RedisRecord.nodeName(group, index);
    }
}
