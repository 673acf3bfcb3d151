package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.MachineKind;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.relay.Relays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the groups of a state folder are kept: their folders, records, and addresses. */
final class RedisHome {
    private final Machines machines;
    private final Relays entries;
    private final Path root;

    RedisHome(Machines machines) {
        this.machines = machines;
        this.entries = new Relays(machines, MachineKind.CACHE_ENDPOINT);
        this.root = machines.stateDirectory().resolve("redis");
    }

    Path folder(String group) {
        return root.resolve(group);
    }

    Path folder(Formation group, int index) {
        return folder(group.spec().name()).resolve(group.nodeName(index));
    }

    Optional<Formation> find(String name) {
        var state =
                Json.read(folder(name).resolve("state.json"), RedisState.class).orElse(RedisState.NEW);
        return Json.read(folder(name).resolve("group.json"), RedisRecord.class)
                .map(group -> new Formation(group, state, entry(group)));
    }

    Formation existing(String name) {
        return find(name).orElseThrow(() -> new MachineException("there is no cache called " + name));
    }

    /** Every group, by name. */
    List<Formation> all() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders = Files.list(root)) {
            return folders.sorted()
                    .flatMap(folder -> find(String.valueOf(folder.getFileName())).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root, e);
        }
    }

    void write(Formation group) {
        var folder = folder(group.spec().name());
        Json.write(folder.resolve("group.json"), group.group());
        Json.write(folder.resolve("state.json"), group.state());
    }

    /** A new formation, with addresses for all. */
    Formation placed(RedisSpec spec) {
        List<Endpoint> endpoints = IntStream.range(0, spec.nodes())
                .mapToObj(index -> machines.addresses()
                        .claim(owner(spec.name(), index), List.of(spec.port()))
                        .endpoint(spec.port()))
                .toList();
        var record = new RedisRecord(spec, endpoints);
        return new Formation(record, RedisState.NEW, entry(record));
    }

    /** Makes the group's own address lead to its primary. */
    void leadEntry(Formation group) {
        var spec = group.spec();
        entries.lead(entryName(spec.name()), spec.urn(), spec.port(), group.node(group.primary()));
    }

    /** Nobody reaches the primary by the group's address, until it leads to one again. */
    void restEntry(Formation group) {
        entries.rest(entryName(group.spec().name()));
    }

    void removeEntry(Formation group) {
        entries.remove(entryName(group.spec().name()));
    }

    void forgetNode(String group, int index) {
        machines.addresses().release(owner(group, index));
        Disk.delete(folder(group).resolve(RedisRecord.nodeName(group, index)));
    }

    private Endpoint entry(RedisRecord group) {
        var spec = group.spec();
        return spec.failsOver()
                ? entries.address(entryName(spec.name()), spec.port())
                : group.nodes().getFirst();
    }

    private static String entryName(String group) {
        return group + "-primary";
    }

    private static String owner(String group, int index) {
        return "redis/" + RedisRecord.nodeName(group, index);
    }
}
