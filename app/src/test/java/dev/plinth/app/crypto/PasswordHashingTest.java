package dev.plinth.app.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

final class PasswordHashingTest {
    private static final PasswordHashing.Cost CHEAP = new PasswordHashing.Cost(64, 1, 1);

    private final PasswordHashing hashing = new PasswordHashing(CHEAP);

    @Test
    void knowsTheRightPasswordFromAWrongOne() {
        String hash = hashing.hash("correct horse");

        assertThat(hashing.matches("correct horse", hash)).isTrue();
        assertThat(hashing.matches("correct horsf", hash)).isFalse();
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        assertThat(hashing.hash("same")).isNotEqualTo(hashing.hash("same"));
    }

    @Test
    void aHashNamesItsParameters() {
        assertThat(new PasswordHashing(PasswordHashing.Cost.OWASP).hash("x"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void hashesOfOtherParametersAreRightAndOutdated() {
        String older = new PasswordHashing(new PasswordHashing.Cost(32, 1, 1)).hash("word");

        assertThat(hashing.matches("word", older)).isTrue();
        assertThat(hashing.isOutdated(older)).isTrue();
        assertThat(hashing.isOutdated(hashing.hash("word"))).isFalse();
    }

    @Test
    void whatIsNoHashIsAFaultOfTheStore() {
        assertThatThrownBy(() -> hashing.matches("word", "plain")).isInstanceOf(IllegalStateException.class);
    }

    /** RFC 9106, 5.3: the test vector of Argon2id. */
    @Test
    void theLibraryComputesWhatTheStandardSays() {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        byte[] tag = new byte[32];
        generator.generateBytes(filled(32, 1), tag);

        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
