package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Redis replication groups as machines (NAME-001, NAME-002 ...). A call returns when every replica is in step with its
 * primary, or fails with the last log lines in the message; what a failed creation left is removed. Where replicas take
 * over, clients write through an address of the group's own that leads to the primary.
 *
 * <p>Safe for use by several threads: calls for one group wait for each other.
 */
public final class RedisGroups {
    private static final int TOKENS_MAX = 2;

    private final Machines machines;
    private final RedisHome home;
    private final RedisNodes nodes;
    private final RedisFailover failover;
    private final Turns turns = new Turns();

    public RedisGroups(Machines machines, CertificateAuthority authority, CacheFolder cache) {
        this.machines = machines;
        this.home = new RedisHome(machines);
        this.nodes = new RedisNodes(machines, authority, cache);
        this.failover = new RedisFailover(machines, nodes);
    }

    /** Makes a new group; one that an interrupted creation of the same resource left is replaced. */
    public RedisGroup create(RedisSpec spec) {
        return turns.alone(spec.name(), () -> {
            home.find(spec.name()).map(Formation::spec).ifPresent(old -> {
                if (!old.urn().equals(spec.urn())) {
                    throw new MachineException(
                            "cache %s exists already, made by %s: give the new one another identifier"
                                    .formatted(spec.name(), old.urn()));
                }
            });
            remove(spec.name());
            try {
                return run(home.placed(spec));
            } catch (MachineException e) {
                remove(spec.name());
                throw e;
            }
        });
    }

    /**
     * Applies a changed spec of the same name: node count, token, encryption, parameters. Parameters change while the
     * nodes run where Redis can do that; everything else restarts them, which empties the cache. A spec that does not
     * come up is undone.
     */
    public RedisGroup update(RedisSpec spec) {
        return turns.alone(spec.name(), () -> {
            Formation old = home.existing(spec.name());
            if (nodes.setWhileRunning(old, spec)) {
                var changed = new Formation(new RedisRecord(spec, old.group().nodes()), old.state(), old.entry());
                write(changed);
                return changed.told();
            }
            IntStream.range(spec.nodes(), old.size()).forEach(index -> removeNode(spec.name(), index));
            if (!spec.failsOver()) {
                home.removeEntry(old);
            }
            // A rotated token is not the program's: it stays until the program gives another one.
            boolean sameToken =
                    old.spec().settings().authToken().equals(spec.settings().authToken());
            var tokens = sameToken ? old.state().tokens() : List.<String>of();
            try {
                return run(home.placed(spec).with(new RedisState(0, tokens)));
            } catch (MachineException e) {
                run(home.placed(old.spec()).with(new RedisState(0, old.state().tokens())));
                throw e;
            }
        });
    }

    public Optional<RedisGroup> find(String name) {
        return home.find(name).map(Formation::told);
    }

    public RedisHealth health(String name) {
        return nodes.health(home.existing(name));
    }

    /** Ends the primary as a failed computer does, and returns when a replica takes the writes. */
    public RedisGroup failOver(String name) {
        return turns.alone(name, () -> {
            Formation group = home.existing(name);
            if (!group.spec().failsOver()) {
                throw new MachineException(
                        "cache %s does not fail over: it needs automaticFailoverEnabled and a replica".formatted(name));
            }
            // The primary is started again, empty, and replicas that could reach it would become as empty.
            home.restEntry(group);
            try {
                machines.crash(group.nodeName(group.primary()));
                return lead(
                                group,
                                failover.best(group)
                                        .orElseThrow(
                                                () -> new MachineException("no replica of %s answers".formatted(name))))
                        .told();
            } catch (MachineException e) {
                home.leadEntry(group);
                throw e;
            }
        });
    }

    /** Lets clients in by this token too; the one before it stays good until the next one, or until one is set. */
    public void rotateToken(String name, String token) {
        changeTokens(name, token, TOKENS_MAX - 1);
    }

    /** Lets clients in by this token only; those that are in stay in. */
    public void setToken(String name, String token) {
        changeTokens(name, token, 0);
    }

    /** Stops every node and deletes their data; a name that is not there is fine. */
    public void remove(String name) {
        turns.alone(name, () -> {
            home.find(name).ifPresent(group -> {
                home.removeEntry(group);
                IntStream.range(0, group.size()).forEach(index -> removeNode(name, index));
            });
            Disk.delete(home.folder(name));
        });
    }

    /** Looks once whether every group that can fail over has a primary, and gives one to a group that has none. */
    public void tend() {
        home.all().stream()
                .filter(group -> group.spec().failsOver())
                .map(group -> group.spec().name())
                .forEach(name -> turns.ifFree(name, () -> home.find(name).ifPresent(this::tend)));
    }

    private void tend(Formation group) {
        var successor = failover.successor(group);
        if (successor.isPresent()) {
            lead(group, successor.get());
        } else {
            failover.align(group);
        }
    }

    private Formation lead(Formation group, int primary) {
        var led = group.with(group.state().ledBy(primary));
        nodes.lead(led, failover);
        home.write(led);
        home.leadEntry(led);
        return led;
    }

    private void changeTokens(String name, String token, int before) {
        turns.alone(name, () -> {
            Formation group = home.existing(name);
            var old = group.tokens();
            if (old.isEmpty()) {
                throw new MachineException("cache %s asks for no token, so there is none to change".formatted(name));
            }
            var tokens = new ArrayList<>(old.subList(Math.max(0, old.size() - before), old.size()));
            tokens.add(token);
            var changed = group.with(new RedisState(group.primary(), tokens));
            nodes.changeTokens(group, tokens);
            write(changed);
        });
    }

    private RedisGroup run(Formation group) {
        write(group);
        IntStream.range(0, group.size()).forEach(index -> nodes.start(group, index, home.folder(group, index)));
        if (group.spec().failsOver()) {
            lead(group, group.primary());
        }
        nodes.awaitReady(group);
        return group.told();
    }

    private void write(Formation group) {
        // Known before the first node is there, so that an interrupted creation can be cleared.
        home.write(group);
        IntStream.range(0, group.size()).forEach(index -> nodes.write(group, index, home.folder(group, index)));
    }

    private void removeNode(String group, int index) {
        machines.remove(RedisRecord.nodeName(group, index));
        home.forgetNode(group, index);
    }
}
