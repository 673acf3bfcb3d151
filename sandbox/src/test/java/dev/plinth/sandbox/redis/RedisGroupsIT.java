package dev.plinth.sandbox.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.machine.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RedisGroupsIT {
    private static final int PORT = 6379;
    private static final RedisSettings GUARDED = RedisSettings.of(true, "a \"quoted\" token of 16", Map.of());

    @TempDir
    private Path temporary;

    private Path folder;

    private Machines machines;
    private CertificateAuthority authority;
    private RedisGroups groups;

    @BeforeEach
    void open() {
        // People have such folders; configuration files have opinions on them.
        folder = temporary.resolve("it's \"100%\" mine");
        machines = Machines.open(folder);
        authority = CertificateAuthority.open(folder);
        groups = new RedisGroups(machines, authority, CacheFolder.of(System.getenv()));
    }

    @AfterEach
    void removeEverything() {
        machines.removeAll();
        machines.close();
    }

    @Test
    void aReplicaRepeatsItsPrimaryOverTlsAndNothingIsLeftAfterwards() throws IOException {
        RedisGroup group = groups.create(new RedisSpec("cache", "urn:cache", PORT, 2, GUARDED));

        assertThat(ask(group.primary(), GUARDED, "SET", "colour", "blue")).isEqualTo("OK");
        assertThat(Pause.until(Duration.ofSeconds(10), () -> reads(group.reader(), "colour", "blue")))
                .isTrue();
        assertThat(groups.health("cache")).isEqualTo(new RedisHealth(true, 1, 1));
        assertThatThrownBy(() -> ask(group.reader(), GUARDED, "SET", "colour", "green"))
                .hasMessageContaining("READONLY");

        groups.remove("cache");
        assertThat(machines.status()).isEmpty();
        assertThat(Ports.free(group.primary().host(), PORT)).isTrue();
        assertThat(folder.resolve("redis/cache")).doesNotExist();
    }

    @Test
    void withoutTheTokenOrWithoutTlsNothingIsAnswered() {
        Endpoint primary = groups.create(new RedisSpec("guarded", "urn:guarded", PORT, 1, GUARDED))
                .primary();

        assertThatThrownBy(() -> ask(primary, RedisSettings.of(true, "", Map.of()), "PING"))
                .hasMessageContaining("NOAUTH");
        assertThatThrownBy(() -> ask(primary, RedisSettings.of(true, "guess", Map.of()), "PING"))
                .hasMessageContaining("WRONGPASS");
        assertThatThrownBy(() -> ask(primary, RedisSettings.of(false, GUARDED.authToken(), Map.of()), "PING"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aParameterChangesWithoutLosingTheContent() throws IOException {
        RedisGroup group = groups.create(spec("tuned", 1, "noeviction"));
        ask(group.primary(), plain("noeviction"), "SET", "colour", "blue");

        groups.update(spec("tuned", 1, "allkeys-lru"));

        assertThat(ask(group.primary(), plain("allkeys-lru"), "GET", "colour")).isEqualTo("blue");
        assertThat(ask(group.primary(), plain("allkeys-lru"), "INFO", "memory"))
                .contains("maxmemory_policy:allkeys-lru");
    }

    @Test
    void aGroupGrowsAndShrinks() {
        groups.create(spec("elastic", 1, "noeviction"));

        assertThat(groups.update(spec("elastic", 3, "noeviction")).nodes()).hasSize(3);
        assertThat(groups.health("elastic")).isEqualTo(new RedisHealth(true, 2, 2));
        assertThat(groups.update(spec("elastic", 2, "noeviction")).nodes()).hasSize(2);
        assertThat(machines.status()).hasSize(2);
    }

    @Test
    void anUpdateThatRedisRefusesIsUndone() {
        groups.create(spec("careful", 1, "noeviction"));

        assertThatThrownBy(() -> groups.update(spec("careful", 1, "keep-everything")))
                .hasMessageContaining("careful-001")
                .hasMessageContaining("maxmemory-policy");
        assertThat(groups.health("careful").primaryAnswers()).isTrue();
    }

    private static RedisSpec spec(String name, int nodes, String policy) {
        return new RedisSpec(name, "urn:" + name, PORT, nodes, plain(policy));
    }

    private static RedisSettings plain(String policy) {
        return RedisSettings.of(false, "", Map.of("maxmemory-policy", policy, "reserved-memory-percent", "25"));
    }

    private boolean reads(Endpoint endpoint, String key, String value) {
        try {
            return ask(endpoint, GUARDED, "GET", key).equals(value);
        } catch (IOException e) {
            return false;
        }
    }

    private String ask(Endpoint endpoint, RedisSettings settings, String... command) throws IOException {
        try (var connection = RedisConnection.open(endpoint, settings, authority.clientContext())) {
            return connection.ask(command);
        }
    }
}
