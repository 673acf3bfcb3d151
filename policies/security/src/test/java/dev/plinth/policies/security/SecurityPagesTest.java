package dev.plinth.policies.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.docs.Documentation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SecurityPagesTest {
    @Test
    void everyRuleHasAPageThatSaysWhatTheRuleSays() {
        assertThat(Documentation.ofRules(SecurityPack.pack()).differences(Path.of("../../docs/policies")))
                .as("write them anew: ./plinth policy docs")
                .isEmpty();
    }
}
