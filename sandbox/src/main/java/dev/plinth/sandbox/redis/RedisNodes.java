package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.certificate.CertificateFiles;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.Launch;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.MachineKind;
import dev.plinth.sandbox.machine.MachineSpec;
import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.machine.StopRule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;

/** The processes of a group: written, started, asked and waited for. */
final class RedisNodes {
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C");
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);
    private static final Duration READY_MAX = Duration.ofSeconds(60);
    private static final int LOG_LINES = 15;

    private final Machines machines;
    private final CertificateAuthority authority;
    private final CacheFolder cache;
    /** Made once: it reads every root certificate of the JDK. */
    private final SSLContext trusting;

    RedisNodes(Machines machines, CertificateAuthority authority, CacheFolder cache) {
        this.machines = machines;
        this.authority = authority;
        this.cache = cache;
        this.trusting = authority.clientContext();
    }

    /** Writes the node's configuration. */
    void write(Formation group, int index, Path folder) {
        var files = new RedisConfiguration.Files(folder, certificate(folder), authority.certificateFile());
        Disk.write(folder.resolve("redis.conf"), RedisConfiguration.text(group, index, files));
    }

    /** Starts the node with a new certificate, or starts it again so that it reads its configuration. */
    void start(Formation group, int index, Path folder) {
        String name = group.nodeName(index);
        var command = List.of(
                RedisBinary.unpacked(cache).toString(),
                folder.resolve("redis.conf").toString());
        if (machines.find(name).isPresent()) {
            machines.halt(name);
        }
        authority.issue(folder, List.of(group.node(index).host(), group.entry().host(), "localhost"));
        machines.start(new MachineSpec(
                name,
                MachineKind.REDIS,
                group.spec().urn(),
                Launch.of(command, ENVIRONMENT, folder),
                group.node(index),
                StopRule.terminate(STOP_GRACE)));
    }

    /** Returns when every node answers and every replica is in step. */
    void awaitReady(Formation group) {
        boolean ready = Pause.until(READY_MAX, () -> isReady(health(group)) || crashed(group) >= 0);
        if (!ready || crashed(group) >= 0) {
            throw failed(group);
        }
    }

    RedisHealth health(Formation group) {
        int inSync = (int) IntStream.range(0, group.size())
                .filter(index -> index != group.primary())
                .filter(index -> state(group, index).filter(NodeState::inStep).isPresent())
                .count();
        boolean answers =
                state(group, group.primary()).filter(NodeState::primary).isPresent();
        return new RedisHealth(answers, group.size() - 1, inSync);
    }

    /** What the node says of itself; empty when it does not answer. */
    Optional<NodeState> state(Formation group, int index) {
        try {
            return Optional.of(NodeState.parse(ask(group, index, "INFO", "replication")));
        } catch (IOException e) {
            // Not listening yet, or not any more: that is the answer.
            return Optional.empty();
        }
    }

    /** Makes the group's primary one, as soon as it answers. */
    void lead(Formation group, RedisFailover failover) {
        boolean leads = Pause.until(READY_MAX, () -> crashed(group) >= 0 || leads(group, failover));
        if (!leads || crashed(group) >= 0) {
            throw failed(group);
        }
    }

    /** Changes what clients must show: on every node first the new ones are good, then only they. */
    void changeTokens(Formation group, List<String> tokens) {
        // A node that is starting anew, as after a failover, would be left with other tokens than the rest.
        if (!Pause.until(READY_MAX, () -> allAnswer(group))) {
            throw new MachineException("cache %s does not take the new token: not every node answers"
                    .formatted(group.spec().name()));
        }
        try {
            for (int index = 0; index < group.size(); index++) {
                ask(group, index, "ACL", "SETUSER", "default", ">" + tokens.getLast());
            }
            var changed = group.with(new RedisState(group.primary(), tokens));
            for (int index = 0; index < group.size(); index++) {
                ask(changed, index, "CONFIG", "SET", "masterauth", tokens.getLast());
                var rules = new ArrayList<>(List.of("ACL", "SETUSER", "default", "resetpass"));
                tokens.forEach(token -> rules.add(">" + token));
                ask(changed, index, rules.toArray(String[]::new));
            }
        } catch (IOException e) {
            throw new MachineException(
                    "cache %s does not take the new token: %s"
                            .formatted(group.spec().name(), e.getMessage()),
                    e);
        }
    }

    private boolean allAnswer(Formation group) {
        return IntStream.range(0, group.size())
                .allMatch(index -> state(group, index).isPresent());
    }

    String ask(Formation group, int index, String... command) throws IOException {
        try (var connection = RedisConnection.open(group.node(index), group.settings(), trusting)) {
            return connection.ask(command);
        }
    }

    /** Changes parameters of running nodes; false when the change needs more than that. */
    boolean setWhileRunning(Formation old, RedisSpec spec) {
        Map<String, String> before = RedisConfiguration.parameters(old.spec().settings());
        Map<String, String> after = RedisConfiguration.parameters(spec.settings());
        boolean parametersOnly = old.spec().nodes() == spec.nodes()
                && old.spec().port() == spec.port()
                && old.spec().failsOver() == spec.failsOver()
                && old.spec().settings().tls() == spec.settings().tls()
                && old.spec().settings().authToken().equals(spec.settings().authToken());
        // A parameter that is taken away falls back to a default that only a restart knows.
        if (!parametersOnly || !after.keySet().containsAll(before.keySet())) {
            return false;
        }
        return after.entrySet().stream()
                .filter(parameter -> !Objects.equals(before.get(parameter.getKey()), parameter.getValue()))
                .allMatch(parameter -> IntStream.range(0, spec.nodes()).allMatch(index -> set(old, index, parameter)));
    }

    /** Changes a parameter of a running node; false when the node does not take it while it runs. */
    private boolean set(Formation group, int index, Map.Entry<String, String> parameter) {
        try {
            return ask(group, index, "CONFIG", "SET", parameter.getKey(), parameter.getValue())
                    .equals("OK");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean leads(Formation group, RedisFailover failover) {
        try {
            failover.lead(group);
            return true;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        }
    }

    private static boolean isReady(RedisHealth health) {
        return health.primaryAnswers() && health.replicasInSync() == health.replicas();
    }

    private static CertificateFiles certificate(Path folder) {
        return new CertificateFiles(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
    }

    private MachineException failed(Formation group) {
        String node = group.nodeName(Math.max(crashed(group), 0));
        return new MachineException("cache node %s does not come up; it last said:\n%s"
                .formatted(node, String.join("\n", machines.logTail(node, LOG_LINES))));
    }

    private int crashed(Formation group) {
        return IntStream.range(0, group.size())
                .filter(index -> machines.find(group.nodeName(index)).stream()
                        .anyMatch(machine -> machine.state() == MachineState.FAILED))
                .findFirst()
                .orElse(-1);
    }
}
