package dev.plinth.sandbox.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.machine.Ports;
import dev.plinth.sandbox.machine.Rounds;
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
    private Rounds rounds;

    @BeforeEach
    void open() {
        // People have such folders; configuration files have opinions on them.
        folder = temporary.resolve("it's \"100%\" mine");
        machines = Machines.open(folder);
        authority = CertificateAuthority.open(folder);
        groups = new RedisGroups(machines, authority, CacheFolder.of(System.getenv()));
        rounds = Rounds.start("caches", Duration.ofMillis(200), groups::tend);
    }

    @AfterEach
    void removeEverything() {
        rounds.close();
        machines.removeAll();
        machines.close();
    }

    @Test
    void aReplicaRepeatsItsPrimaryOverTlsAndNothingIsLeftAfterwards() throws IOException {
        RedisGroup group = groups.create(new RedisSpec("cache", "urn:cache", PORT, 2, false, GUARDED));

        assertThat(ask(group.entry(), GUARDED, "SET", "colour", "blue")).isEqualTo("OK");
        assertThat(Pause.until(Duration.ofSeconds(10), () -> reads(group.reader(), "colour", "blue")))
                .isTrue();
        assertThat(groups.health("cache")).isEqualTo(new RedisHealth(true, 1, 1));
        assertThatThrownBy(() -> ask(group.reader(), GUARDED, "SET", "colour", "green"))
                .hasMessageContaining("READONLY");

        groups.remove("cache");
        assertThat(machines.status()).isEmpty();
        assertThat(Ports.free(group.entry().host(), PORT)).isTrue();
        assertThat(folder.resolve("redis/cache")).doesNotExist();
    }

    @Test
    void withoutTheTokenOrWithoutTlsNothingIsAnswered() {
        Endpoint primary = groups.create(new RedisSpec("guarded", "urn:guarded", PORT, 1, false, GUARDED))
                .entry();

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
        ask(group.entry(), plain("noeviction"), "SET", "colour", "blue");

        groups.update(spec("tuned", 1, "allkeys-lru"));

        assertThat(ask(group.entry(), plain("allkeys-lru"), "GET", "colour")).isEqualTo("blue");
        assertThat(ask(group.entry(), plain("allkeys-lru"), "INFO", "memory")).contains("maxmemory_policy:allkeys-lru");
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

    @Test
    void whenThePrimaryDiesAReplicaTakesOverBehindTheSameAddressWithWhatItKnows() throws IOException {
        var spec = new RedisSpec("cache", "urn:cache", PORT, 3, true, GUARDED);
        RedisGroup group = groups.create(spec);
        ask(group.entry(), GUARDED, "SET", "colour", "blue");
        assertThat(Pause.until(
                        Duration.ofSeconds(10),
                        () -> reads(group.nodes().get(1), "colour", "blue")
                                && reads(group.nodes().get(2), "colour", "blue")))
                .isTrue();

        machines.crash("cache-001");
        assertThat(Pause.until(Duration.ofSeconds(15), () -> writes(group.entry(), "shape", "round")))
                .isTrue();
        assertThat(reads(group.entry(), "colour", "blue")).isTrue();
        assertThat(groups.find("cache").orElseThrow().primary()).isNotZero();
        assertThat(Pause.until(
                        Duration.ofSeconds(30), () -> groups.health("cache").equals(new RedisHealth(true, 2, 2))))
                .isTrue();
        assertThat(reads(group.nodes().getFirst(), "shape", "round")).isTrue();

        groups.remove("cache");
        assertThat(machines.status()).isEmpty();
    }

    @Test
    void aPrimaryThatHangsIsReplacedAndFollowsWhenItIsBack() throws IOException, InterruptedException {
        RedisGroup group = groups.create(new RedisSpec("cache", "urn:cache", PORT, 2, true, GUARDED));
        ask(group.entry(), GUARDED, "SET", "colour", "blue");
        long hanging = machines.find("cache-001").orElseThrow().pid();

        signal("STOP", hanging);
        assertThat(Pause.until(Duration.ofSeconds(20), () -> writes(group.entry(), "shape", "round")))
                .isTrue();
        signal("CONT", hanging);
        assertThat(Pause.until(
                        Duration.ofSeconds(30), () -> groups.health("cache").equals(new RedisHealth(true, 1, 1))))
                .isTrue();
        assertThat(reads(group.nodes().getFirst(), "shape", "round")).isTrue();
    }

    @Test
    void aFailoverOnRequestKeepsTheContentAndAGroupThatCannotSaysSo() throws IOException {
        RedisGroup group = groups.create(new RedisSpec("cache", "urn:cache", PORT, 2, true, GUARDED));
        ask(group.entry(), GUARDED, "SET", "colour", "blue");
        assertThat(Pause.until(Duration.ofSeconds(10), () -> reads(group.nodes().get(1), "colour", "blue")))
                .isTrue();

        assertThat(groups.failOver("cache").primary()).isEqualTo(1);

        assertThat(reads(group.entry(), "colour", "blue")).isTrue();
        assertThat(writes(group.entry(), "colour", "green")).isTrue();
        groups.create(spec("single", 1, "noeviction"));
        assertThatThrownBy(() -> groups.failOver("single")).hasMessageContaining("does not fail over");
    }

    @Test
    void aRotatedTokenIsGoodBesideTheOldOneUntilItIsSet() throws IOException {
        RedisGroup group = groups.create(new RedisSpec("cache", "urn:cache", PORT, 2, true, GUARDED));
        var rotated = RedisSettings.of(true, "another token of 16", Map.of());

        groups.rotateToken("cache", rotated.authToken());
        assertThat(ask(group.entry(), rotated, "PING")).isEqualTo("PONG");
        assertThat(ask(group.entry(), GUARDED, "PING")).isEqualTo("PONG");
        machines.restart("cache-002");
        assertThat(Pause.until(
                        Duration.ofSeconds(20), () -> groups.health("cache").equals(new RedisHealth(true, 1, 1))))
                .isTrue();

        groups.setToken("cache", rotated.authToken());
        assertThat(ask(group.entry(), rotated, "PING")).isEqualTo("PONG");
        assertThatThrownBy(() -> ask(group.entry(), GUARDED, "PING")).hasMessageContaining("WRONGPASS");
        groups.update(new RedisSpec("cache", "urn:cache", PORT, 3, true, GUARDED));
        assertThat(ask(group.entry(), rotated, "PING")).isEqualTo("PONG");
    }

    private static void signal(String signal, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    private boolean writes(Endpoint endpoint, String key, String value) {
        try {
            return ask(endpoint, GUARDED, "SET", key, value).equals("OK");
        } catch (IOException e) {
            return false;
        }
    }

    private static RedisSpec spec(String name, int nodes, String policy) {
        return new RedisSpec(name, "urn:" + name, PORT, nodes, false, plain(policy));
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
