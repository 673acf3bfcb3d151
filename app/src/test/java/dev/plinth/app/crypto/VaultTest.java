package dev.plinth.app.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VaultTest {
    private static final String OLD = "old-".repeat(8);
    private static final String NEW = "new-".repeat(8);
    private static final String PLACE = "table.column/1";

    private final Vault old = new Vault(new MasterKeys(List.of(OLD)));

    @Test
    void opensWhatItSealed() {
        assertThat(old.openText(PLACE, old.seal(PLACE, "ada@example.com ✓"))).isEqualTo("ada@example.com ✓");
    }

    @Test
    void sealsTheSameValueOtherwiseEachTime() {
        assertThat(old.seal(PLACE, "same")).isNotEqualTo(old.seal(PLACE, "same"));
    }

    @Test
    void aSealedValueShowsNothing() {
        assertThat(new String(old.seal(PLACE, "ada@example.com"), StandardCharsets.ISO_8859_1))
                .doesNotContain("ada", "example");
    }

    @Test
    void aNewerKeySealsWhileTheOlderStillOpens() {
        var both = new Vault(new MasterKeys(List.of(NEW, OLD)));
        byte[] before = old.seal(PLACE, "kept");
        byte[] after = both.seal(PLACE, "kept");

        assertThat(both.openText(PLACE, before)).isEqualTo("kept");
        assertThat(both.newestKey()).isNotEqualTo(old.newestKey());
        assertThat(new Vault(new MasterKeys(List.of(NEW))).openText(PLACE, after))
                .isEqualTo("kept");
    }

    @Test
    void aKeyThatIsGoneIsNamedByItsId() {
        byte[] sealed = new Vault(new MasterKeys(List.of(NEW))).seal(PLACE, "lost");

        assertThatThrownBy(() -> old.open(PLACE, sealed))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("MDL_KEYS lacks the key")
                .hasMessageNotContaining(NEW);
    }

    @Test
    void aValueOfAnotherPlaceDoesNotOpen() {
        byte[] sealed = old.seal("table.column/2", "moved");

        assertThatThrownBy(() -> old.open(PLACE, sealed)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aChangedValueDoesNotOpen() {
        byte[] sealed = old.seal(PLACE, "whole");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> old.open(PLACE, sealed)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aValueThatIsCutOffDoesNotOpen() {
        assertThatThrownBy(() -> old.open(PLACE, new byte[15]))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void shortKeysAndNoKeysAreRefused() {
        assertThatThrownBy(() -> new MasterKeys(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MasterKeys(List.of("k".repeat(31)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIndexIsTheSameForTheSameValueAndPurposeOnly() {
        var keys = new MasterKeys(List.of(NEW, OLD));
        var emails = new BlindIndex(keys, "emails");

        assertThat(emails.of("a")).isEqualTo(new BlindIndex(keys, "emails").of("a"));
        assertThat(emails.of("a")).isNotEqualTo(emails.of("b"));
        assertThat(emails.of("a")).isNotEqualTo(new BlindIndex(keys, "names").of("a"));
        assertThat(emails.all("a"))
                .containsExactly(emails.of("a"), new BlindIndex(new MasterKeys(List.of(OLD)), "emails").of("a"));
    }

    @Test
    void secretsAreLongAndNeverTheSame() {
        var secrets = new RandomSecrets();

        assertThat(secrets.next()).matches("[0-9a-f]{64}").isNotEqualTo(secrets.next());
        assertThat(secrets.next(8)).matches("[0-9a-f]{16}");
        assertThat(RandomSecrets.same("a", "a")).isTrue();
        assertThat(RandomSecrets.same("a", "b")).isFalse();
    }
}
