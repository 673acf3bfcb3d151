package dev.plinth.sandbox.proxy.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.proxy.Action.FixedResponse;
import dev.plinth.sandbox.proxy.FirewallRule;
import dev.plinth.sandbox.proxy.FirewallRule.Match;
import dev.plinth.sandbox.proxy.FirewallRule.Rate;
import dev.plinth.sandbox.proxy.FirewallRule.Verdict;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FirewallTest {
    private static final Match API = new Match.Found("", "\\A\\Q/api/\\E");
    private static final Verdict BLOCK = new Verdict.Block(new FixedResponse(429, "text/plain", ""), Map.of());
    private final Turning clock = new Turning();
    private final FirewallMemory memory = new FirewallMemory(clock);

    @Test
    void theRequestAboveTheLimitIsRefusedUntilTheWindowHasPassedOn() throws UnknownHostException {
        var firewall = firewall(API, BLOCK);
        assertThat(refused(firewall, "/api/a", 1)).isFalse();
        clock.turn(Duration.ofSeconds(30));
        assertThat(refused(firewall, "/api/a", 1)).isFalse();
        assertThat(refused(firewall, "/api/a", 1)).isTrue();

        clock.turn(Duration.ofSeconds(29));
        assertThat(refused(firewall, "/api/a", 1)).isTrue();
        clock.turn(Duration.ofSeconds(60));
        assertThat(refused(firewall, "/api/a", 1)).isFalse();
    }

    @Test
    void otherClientsAndOtherPathsAreNotCounted() throws UnknownHostException {
        var firewall = firewall(API, BLOCK);
        refused(firewall, "/api/a", 1);
        refused(firewall, "/api/a", 1);

        assertThat(refused(firewall, "/api/a", 2)).isFalse();
        assertThat(refused(firewall, "/page", 1)).isFalse();
        assertThat(refused(firewall, "/api/a", 1)).isTrue();
    }

    @Test
    void aCountingRuleLetsEverythingThroughAndSaysHowOftenItApplied() throws UnknownHostException {
        var firewall = firewall(new Match.Not(API), new Verdict.Count());
        for (int request = 0; request < 5; request++) {
            assertThat(refused(firewall, "/page", 1)).isFalse();
        }

        assertThat(memory.counts()).containsExactly(Map.entry("rate", 3L));
    }

    @Test
    void aNewConfigurationRemembersWhatClientsDid() throws UnknownHostException {
        refused(firewall(API, BLOCK), "/api/a", 1);
        refused(firewall(API, BLOCK), "/api/a", 1);

        assertThat(refused(firewall(API, BLOCK), "/api/a", 1)).isTrue();
    }

    @Test
    void aHeaderCanBeLookedAtAndAllowingEndsTheQuestions() throws UnknownHostException {
        var large = new FirewallRule("large", new Match.Found("content-length", "^\\d{7,}$"), null, BLOCK);
        var trusted = new FirewallRule("trusted", new Match.Found("x-trusted", "yes"), null, new Verdict.Allow());
        var headers = Map.of("content-length", List.of("1100000"));

        assertThat(new Firewall(List.of(large), memory).refusal(facts("/", 1, headers)))
                .contains((Verdict.Block) BLOCK);
        assertThat(new Firewall(List.of(trusted, large), memory)
                        .refusal(facts(
                                "/", 1, Map.of("content-length", List.of("1100000"), "x-trusted", List.of("yes")))))
                .isEmpty();
    }

    private Firewall firewall(Match match, Verdict verdict) {
        return new Firewall(List.of(new FirewallRule("rate", match, new Rate(2, 60), verdict)), memory);
    }

    private static boolean refused(Firewall firewall, String path, int client) throws UnknownHostException {
        return firewall.refusal(facts(path, client, Map.of())).isPresent();
    }

    private static Facts facts(String path, int client, Map<String, List<String>> headers) throws UnknownHostException {
        var address = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) client});
        return new Facts("localhost", path, "GET", headers, Map.of(), address);
    }

    /** A clock that a test turns. */
    private static final class Turning extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void turn(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
