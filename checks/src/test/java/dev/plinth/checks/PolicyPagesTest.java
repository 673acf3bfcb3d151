package dev.plinth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policies.backup.BackupPack;
import dev.plinth.policies.security.SecurityPack;
import dev.plinth.policy.docs.Documentation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/policies is what the rules of both packs say. */
final class PolicyPagesTest {
    @Test
    void everyPageIsWhatTheRulesSay() {
        var pages = Documentation.of(List.of(BackupPack.pack(), SecurityPack.pack()));

        assertThat(pages.differences(House.ROOT.resolve("docs/policies")))
                .as("write them anew: ./plinth policy docs")
                .isEmpty();
    }
}
