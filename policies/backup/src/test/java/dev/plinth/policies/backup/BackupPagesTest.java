package dev.plinth.policies.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.docs.Documentation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class BackupPagesTest {
    @Test
    void everyRuleHasAPageThatSaysWhatTheRuleSays() {
        assertThat(Documentation.ofRules(BackupPack.pack()).differences(Path.of("../../docs/policies")))
                .as("write them anew: ./plinth policy docs")
                .isEmpty();
    }
}
