package dev.plinth.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Role;
import dev.plinth.app.crypto.PasswordHashing;
import dev.plinth.app.crypto.PasswordHashing.Cost;
import dev.plinth.app.values.TooManyRequestsException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
    private static final Password PASSWORD = new Password("clover-tram-49-lisbon");
    private static final Duration SOON = Duration.ofMillis(50);

    private final PasswordHashing hashing = new PasswordHashing(new Cost(64, 1, 1));
    private final Passwords passwords = new Passwords(hashing, 1);

    @Test
    void onlyThePasswordOfTheHashMatches() {
        String hash = passwords.hash(PASSWORD);

        assertThat(passwords.matches(PASSWORD.value(), Optional.of(hash))).isTrue();
        assertThat(passwords.matches("another", Optional.of(hash))).isFalse();
    }

    @Test
    void nobodyHasThePasswordOfNobody() {
        assertThat(passwords.matches("the password of nobody", Optional.empty()))
                .isFalse();
    }

    @Test
    void aHashOfOtherParametersIsMadeAnew() {
        String old = new PasswordHashing(new Cost(32, 1, 1)).hash(PASSWORD.value());

        String hash = passwords.rehashed(PASSWORD.value(), old).orElseThrow();

        assertThat(passwords.matches(PASSWORD.value(), Optional.of(hash))).isTrue();
        assertThat(passwords.rehashed(PASSWORD.value(), hash)).isEmpty();
    }

    @Test
    void whoWouldWaitTooLongIsAskedToTryAgain() {
        var full = new Passwords(hashing, 0, SOON);

        assertThatThrownBy(() -> full.hash(PASSWORD))
                .isInstanceOf(TooManyRequestsException.class)
                .hasMessage("Too many people sign in at this moment: try again.");
    }

    @Test
    void whoWaitsWhileTheAppStopsIsSentAway() throws Exception {
        var full = new Passwords(hashing, 0, Duration.ofMinutes(1));
        var interrupted = new boolean[1];
        Thread waiting = Thread.startVirtualThread(() -> {
            assertThatThrownBy(() -> full.hash(PASSWORD))
                    .isInstanceOf(TooManyRequestsException.class)
                    .hasMessage("The app is being stopped: try again.");
            interrupted[0] = Thread.currentThread().isInterrupted();
        });

        waiting.interrupt();

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        assertThat(interrupted[0]).isTrue();
    }

    @Test
    void afterOneIsHashedThereIsAPlaceForTheNext() {
        var one = new Passwords(hashing, 1, SOON);

        assertThat(one.hash(PASSWORD)).isNotEqualTo(one.hash(PASSWORD));
        assertThatThrownBy(() -> one.matches("any", Optional.of("no hash"))).isInstanceOf(IllegalStateException.class);
        assertThat(one.matches(PASSWORD.value(), Optional.of(one.hash(PASSWORD))))
                .isTrue();
    }

    @Test
    void aHashIsNotWrittenByAccident() {
        User ada = new Household(false).add("ada", Role.EDITOR);

        assertThat(new Credentials(ada, "the hash").toString())
                .contains(ada.uid().toString())
                .doesNotContain("the hash");
    }
}
