package dev.plinth.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WildcardsTest {
    @ParameterizedTest
    @CsvSource({
        "iam:*, *:Pass?ole, true",
        "*a, b*, true",
        "kms:Decrypt, KMS:decrypt, true",
        "a?c, abc, true",
        "ab, a, false",
        "iam:*, s3:*, false",
        "*a, *b, false"
    })
    void overlapIfSomethingIsLikeBoth(String one, String other, boolean overlapping) {
        assertThat(Wildcards.overlap(one, other)).isEqualTo(overlapping);
        assertThat(Wildcards.overlap(other, one)).isEqualTo(overlapping);
    }
}
