package dev.plinth.sandbox.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.certificate.CertificateFiles;
import dev.plinth.sandbox.machine.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RedisConfigurationTest {
    @Test
    void withTlsThereIsNoPlainPortAndReplicationIsEncrypted() {
        assertThat(lines(RedisSettings.of(true, "", Map.of()), 0))
                .contains("port 0", "tls-port 6379", "tls-replication yes")
                .noneMatch(line -> line.startsWith("requirepass"));
    }

    @Test
    void aTokenIsAskedOfClientsAndShownToThePrimary() {
        assertThat(lines(RedisSettings.of(false, "a \"b\" \\c", Map.of()), 1))
                .contains(
                        "port 6379",
                        "requirepass \"a \\\"b\\\" \\\\c\"",
                        "masterauth \"a \\\"b\\\" \\\\c\"",
                        "replicaof 127.77.0.1 6379");
    }

    @Test
    void onlyTheFirstNodeFollowsNobody() {
        assertThat(lines(RedisSettings.of(false, "", Map.of()), 0)).noneMatch(line -> line.startsWith("replicaof"));
    }

    @Test
    void whereReplicasTakeOverEveryNodeStartsAsOne() {
        assertThat(lines(RedisSettings.of(false, "", Map.of()), List.of(), true, 0))
                .contains("replicaof 127.77.0.9 6379");
    }

    @Test
    void afterARotationTheOldTokenAndTheNewOneAreGood() {
        assertThat(lines(RedisSettings.of(false, "first", Map.of()), List.of("old", "ne\"w"), false, 0))
                .contains("user default on ~* &* +@all \">old\" \">ne\\\"w\"", "masterauth \"ne\\\"w\"")
                .noneMatch(line -> line.startsWith("requirepass") || line.contains("first"));
    }

    @Test
    void parametersThatOnlyTheCloudHasAreLeftOut() {
        assertThat(lines(
                        RedisSettings.of(
                                false, "", Map.of("maxmemory-policy", "allkeys-lru", "reserved-memory-percent", "25")),
                        0))
                .contains("maxmemory-policy \"allkeys-lru\"")
                .noneMatch(line -> line.startsWith("reserved-memory"));
    }

    private static List<String> lines(RedisSettings settings, int node) {
        return lines(settings, List.of(), false, node);
    }

    private static List<String> lines(RedisSettings settings, List<String> tokens, boolean failsOver, int node) {
        var endpoints = List.of(new Endpoint("127.77.0.1", 6379), new Endpoint("127.77.0.2", 6379));
        var record = new RedisRecord(new RedisSpec("cache", "urn:cache", 6379, 2, failsOver, settings), endpoints);
        var group = new Formation(record, new RedisState(0, tokens), new Endpoint("127.77.0.9", 6379));
        Path folder = Path.of("/state/redis/cache");
        var certificate = new CertificateFiles(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
        var files = new RedisConfiguration.Files(folder, certificate, Path.of("/state/ca.pem"));
        return RedisConfiguration.text(group, node, files).lines().toList();
    }
}
