package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.certificate.CertificateFiles;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.Endpoint;
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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The processes of a group: written, started, asked and waited for. */
final class RedisNodes {
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C");
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);
    private static final Duration READY_MAX = Duration.ofSeconds(60);
    private static final int LOG_LINES = 15;

    private final Machines machines;
    private final CertificateAuthority authority;
    private final CacheFolder cache;

    RedisNodes(Machines machines, CertificateAuthority authority, CacheFolder cache) {
        this.machines = machines;
        this.authority = authority;
        this.cache = cache;
    }

    /** Writes the node's certificate (once) and its configuration. */
    void write(RedisRecord group, int index, Path folder) {
        var certificate = new CertificateFiles(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
        if (Disk.read(certificate.certificate()).isEmpty()) {
            authority.issue(folder, List.of(group.nodes().get(index).host(), "localhost"));
        }
        var files = new RedisConfiguration.Files(folder, certificate, authority.certificateFile());
        Disk.write(folder.resolve("redis.conf"), RedisConfiguration.text(group, index, files));
    }

    /** Starts the node, or starts it again so that it reads its configuration. */
    void start(RedisRecord group, int index, Path folder) {
        String name = RedisRecord.nodeName(group.spec().name(), index);
        var command = List.of(
                RedisBinary.unpacked(cache).toString(),
                folder.resolve("redis.conf").toString());
        if (machines.find(name).isPresent()) {
            machines.halt(name);
        }
        machines.start(new MachineSpec(
                name,
                MachineKind.REDIS,
                group.spec().urn(),
                Launch.of(command, ENVIRONMENT, folder),
                group.nodes().get(index),
                StopRule.terminate(STOP_GRACE)));
    }

    /** Returns when every node answers and every replica is in step. */
    void awaitReady(RedisRecord group) {
        boolean ready = Pause.until(READY_MAX, () -> isReady(health(group)) || crashed(group) >= 0);
        int crashed = crashed(group);
        if (!ready || crashed >= 0) {
            String node = RedisRecord.nodeName(group.spec().name(), Math.max(crashed, 0));
            throw new MachineException("cache node %s does not come up; it last said:\n%s"
                    .formatted(node, String.join("\n", machines.logTail(node, LOG_LINES))));
        }
    }

    RedisHealth health(RedisRecord group) {
        int replicas = group.nodes().size() - 1;
        int inSync = (int) IntStream.rangeClosed(1, replicas)
                .filter(index -> says(group, index, "master_link_status:up"))
                .count();
        return new RedisHealth(says(group, 0, "role:master"), replicas, inSync);
    }

    /** Changes a parameter of a running node; false when the node does not take it while it runs. */
    boolean set(RedisRecord group, int index, Map.Entry<String, String> parameter) {
        try (var connection = connect(group, index)) {
            return connection
                    .ask("CONFIG", "SET", parameter.getKey(), parameter.getValue())
                    .equals("OK");
        } catch (IOException e) {
            return false;
        }
    }

    private boolean says(RedisRecord group, int index, String line) {
        try (var connection = connect(group, index)) {
            return connection.ask("INFO", "replication").lines().anyMatch(line::equals);
        } catch (IOException e) {
            // Not listening yet, or not any more: that is the answer.
            return false;
        }
    }

    private RedisConnection connect(RedisRecord group, int index) throws IOException {
        Endpoint endpoint = group.nodes().get(index);
        return RedisConnection.open(endpoint, group.spec().settings(), authority.clientContext());
    }

    private static boolean isReady(RedisHealth health) {
        return health.primaryAnswers() && health.replicasInSync() == health.replicas();
    }

    private int crashed(RedisRecord group) {
        return IntStream.range(0, group.nodes().size())
                .filter(index -> machines.find(RedisRecord.nodeName(group.spec().name(), index)).stream()
                        .anyMatch(machine -> machine.state() == MachineState.FAILED))
                .findFirst()
                .orElse(-1);
    }
}
