package dev.plinth.policy.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.test.conventions.ConventionsPack;
import org.junit.jupiter.api.Test;

final class PackConventionsTest {
    @Test
    void namesEverythingThatAPackBreaks() {
        assertThat(PackConventions.broken(ConventionsPack.pack(), ConventionsPack.class))
                .containsExactly(
                        "dev.plinth.policy.test.conventions.ForgottenRule is not listed in the pack",
                        "wrong-rule is not named like its class BadRule",
                        "wrong-rule is a class that is not final",
                        "wrong-rule has fields, though resources are judged in parallel",
                        "wrong-rule has no class BadRuleTest",
                        "wrong-rule has a title with a full stop",
                        "wrong-rule does not say why in a sentence",
                        "wrong-rule has a cure with a full stop",
                        "wrong-rule does not describe daysMin");
    }
}
