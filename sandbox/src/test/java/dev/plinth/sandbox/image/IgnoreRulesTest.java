package dev.plinth.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class IgnoreRulesTest {
    @Test
    void theLastRuleThatMatchesDecides() {
        IgnoreRules rules =
                IgnoreRules.parse("# only what is copied\n*\n!target/libs\n!/target/app.jar\ntarget/libs/old*\n");

        assertThat(rules.ignores(Path.of("pom.xml"))).isTrue();
        assertThat(rules.ignores(Path.of("target/classes/A.class"))).isTrue();
        assertThat(rules.ignores(Path.of("target/app.jar"))).isFalse();
        assertThat(rules.ignores(Path.of("target/libs/new.jar"))).isFalse();
        assertThat(rules.ignores(Path.of("target/libs/old.jar"))).isTrue();
    }

    @Test
    void twoStarsMatchAnyNumberOfFolders() {
        IgnoreRules rules = IgnoreRules.parse("**/*.log\nsecret?.[kp]em\n");

        assertThat(rules.ignores(Path.of("a.log"))).isTrue();
        assertThat(rules.ignores(Path.of("x/y/a.log"))).isTrue();
        assertThat(rules.ignores(Path.of("x/y/a.log.txt"))).isFalse();
        assertThat(rules.ignores(Path.of("secret1.pem"))).isTrue();
        assertThat(rules.ignores(Path.of("secret.pem"))).isFalse();
    }

    @Test
    void withoutRulesNothingIsIgnored() {
        assertThat(IgnoreRules.parse("").ignores(Path.of("target"))).isFalse();
    }
}
