package dev.plinth.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Scope;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Label;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesOfIdentityTest {
    private static final Email EMAIL = new Email("ada.lovelace@example.com");

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "a+b@x.co", "o'neil@mail.example.org"})
    void acceptsAddresses(String address) {
        assertThat(new Email(address).value()).isEqualTo(address);
    }

    @Test
    void knowsAnAddressHoweverItIsWritten() {
        assertThat(new Email("Ada@Example.COM")).isEqualTo(new Email("ada@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ada", "ada@", "@example.com", "ada@example", "a b@example.com", "ada@-x.com", "ä@x.com"})
    void refusesWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> new Email(address))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("ada@example.com");
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        String address = "a".repeat(60) + "@" + ("b".repeat(60) + ".").repeat(4) + "com";

        assertThatThrownBy(() -> new Email(address)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void passwordsHaveTwelveToAHundredAndTwentyEightCharacters() {
        assertThat(new Password("✓".repeat(12)).value()).hasSize(12);
        assertThat(new Password("x".repeat(128)).value()).hasSize(128);
        assertThatThrownBy(() -> new Password("x".repeat(11))).hasMessage("must be 12 to 128 characters");
        assertThatThrownBy(() -> new Password("x".repeat(129))).hasMessage("must be 12 to 128 characters");
    }

    @Test
    void theSameLettersAreTheSamePassword() {
        assertThat(new Password("caf\u00e9 caf\u00e9 caf\u00e9"))
                .isEqualTo(new Password("cafe\u0301 cafe\u0301 cafe\u0301"));
    }

    @Test
    void nothingPersonalOrSecretIsShownByAccident() {
        var profile = new Profile(EMAIL, new Label("Ada Lovelace"));
        String shown = profile + " " + EMAIL + " " + new Password("clover-tram-49-lisbon") + " "
                + new ApiKeyText("0123456789abcdef", "f".repeat(64));

        assertThat(shown).doesNotContain("ada", "Ada", "clover", "ffff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123456",
                "Passw0rd!Passw0rd!",
                "aaaaaaaaaaaaaaa",
                "123456789012",
                "qwertyuiop12",
                "Summer2026!!",
                "ada.lovelace1",
                "ada.lovelace@example.com",
                "lovelaceada123",
                "letmeinletmein",
            })
    void refusesPasswordsThatAreGuessedFirst(String password) {
        assertThatThrownBy(() -> WeakPasswords.refuse("/password", new Password(password), EMAIL))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class,
                        refused -> assertThat(refused.pointer()).isEqualTo("/password"))
                .hasMessageNotContaining(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "clover-tram-49-lisbon", "9f8a7s6df98a7sd6f"})
    void acceptsOthers(String password) {
        assertThatCode(() -> WeakPasswords.refuse("/password", new Password(password), EMAIL))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.255, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "10.1.2.3/32, 10.1.2.3, true",
        "10.1.2.3/32, 10.1.2.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "10.0.0.0/9, 10.127.0.1, true",
        "10.0.0.0/9, 10.128.0.1, false",
        "2001:db8::/32, 2001:db8:1::7, true",
        "2001:db8::/32, 2001:db9::7, false",
        "2001:db8::/32, 10.0.0.1, false",
        "10.0.0.0/8, somewhere, false",
    })
    void aNetworkHasItsAddresses(String network, String address, boolean contained) {
        assertThat(new IpNetwork(network).contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0.0", "10.0.0.0/33", "10.0.0/8", "::/129", "example.com/8", "300.0.0.0/8", "::1::/8"})
    void refusesWhatIsNoNetwork(String network) {
        assertThatThrownBy(() -> new IpNetwork(network)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aKeyNeedsAScopeAndHasTwentyNetworksAtMost() {
        var name = new Label("import");
        List<IpNetwork> many = Collections.nCopies(21, new IpNetwork("10.0.0.0/8"));

        assertThatThrownBy(() -> new ApiKey.Content(name, Set.of(), List.of(), 1))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new ApiKey.Content(name, Set.of(Scope.METRICS_READ), many, 1))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aKeyIsReadAsItIsShown() {
        var key = new ApiKeyText("0123456789abcdef", "0a".repeat(32));

        assertThat(ApiKeyText.of(key.text())).contains(key);
        assertThat(ApiKeyText.of("mdl_short_secret")).isEmpty();
    }
}
