package dev.plinth.app.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.support.TestClock;
import dev.plinth.app.values.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SigningKeysTest {
    private static final UUID USER = new UUID(0, 1);
    private static final UUID SESSION = new UUID(0, 2);

    private final TestClock clock = new TestClock();
    private final KeysInMemory store = new KeysInMemory();
    private final SigningKeys keys = new SigningKeys(store, new DirectTransactions(), clock);
    private final AccessTokens tokens = new AccessTokens(keys, clock);

    @Test
    void theFirstTokenMakesTheFirstKey() {
        String token = tokens.issue(USER, SESSION);

        assertThat(store.all()).hasSize(1);
        assertThat(tokens.verify(token).user()).isEqualTo(USER);
        assertThat(tokens.verify(token).session()).isEqualTo(SESSION);
    }

    @Test
    void onlyPublicKeysArePublished() {
        assertThat(keys.published().getKeys()).hasSize(1).noneMatch(JWK::isPrivate);
    }

    @Test
    void theNextKeyIsAnnouncedADayBeforeItSigns() {
        String first = signer();
        clock.forward(SigningKeys.PERIOD.minus(SigningKeys.NOTICE).minusSeconds(1));
        keys.rotate();
        assertThat(published()).containsExactly(first);

        clock.forward(Duration.ofSeconds(1));
        keys.rotate();
        assertThat(published()).hasSize(2).contains(first);
        assertThat(signer()).isEqualTo(first);

        clock.forward(SigningKeys.NOTICE);
        assertThat(signer()).isNotEqualTo(first);
        assertThat(published()).hasSize(2).contains(first);
    }

    @Test
    void aKeyThatComesLateIsAnnouncedForADayAllTheSame() {
        String first = signer();
        clock.forward(SigningKeys.PERIOD.multipliedBy(3));
        keys.rotate();

        assertThat(signer()).isEqualTo(first);
        clock.forward(SigningKeys.NOTICE);
        assertThat(signer()).isNotEqualTo(first);
    }

    @Test
    void aTokenOfTheLastMomentIsGoodAndItsKeyIsForgottenAfterwards() {
        String first = signer();
        clock.forward(SigningKeys.PERIOD.minusSeconds(1));
        keys.rotate();
        String last = tokens.issue(USER, SESSION);
        clock.forward(AccessTokens.LIFETIME.minusSeconds(1));
        keys.rotate();
        assertThat(tokens.verify(last).user()).isEqualTo(USER);

        clock.forward(SigningKeys.NOTICE.multipliedBy(3));
        keys.rotate();
        assertThat(published()).doesNotContain(first);
    }

    @Test
    void aTokenIsOverAfterAQuarterOfAnHour() {
        String token = tokens.issue(USER, SESSION);
        clock.forward(AccessTokens.LIFETIME.plusSeconds(10));

        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void keysThatAnotherInstanceMadeAreKnownSoon() {
        tokens.issue(USER, SESSION);
        var other = new SigningKeys(store, new DirectTransactions(), clock);
        store.clear();
        String token = new AccessTokens(other, clock).issue(USER, SESSION);

        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(UnauthenticatedException.class);
        clock.forward(Duration.ofSeconds(6));
        assertThat(tokens.verify(token).user()).isEqualTo(USER);
    }

    @Test
    void withoutTheStoreKnownKeysServeOn() {
        String token = tokens.issue(USER, SESSION);
        store.fail();
        clock.forward(Duration.ofMinutes(5));

        assertThat(tokens.verify(token).user()).isEqualTo(USER);
        assertThat(tokens.verify(tokens.issue(USER, SESSION)).session()).isEqualTo(SESSION);
    }

    @Test
    void withoutTheStoreAndWithoutKeysNothingIsSigned() {
        store.fail();

        assertThatThrownBy(() -> tokens.issue(USER, SESSION)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void aKeyShowsNothingPrivate() {
        tokens.issue(USER, SESSION);

        assertThat(store.all().getFirst().toString()).doesNotContain("\"d\"").contains("SigningKey[");
    }

    private String signer() {
        return keys.current().id();
    }

    private List<String> published() {
        return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
    }
}
