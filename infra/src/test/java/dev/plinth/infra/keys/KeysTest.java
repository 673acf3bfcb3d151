package dev.plinth.infra.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Plan;
import org.junit.jupiter.api.Test;

/** The keys of an environment as they are declared. */
final class KeysTest {
    private static final String KEY = "aws:kms/key:Key";

    private final Plan plan = Plan.of("production");

    @Test
    void everyKeyIsRotatedAndSaysWhoMayUseIt() {
        assertThat(plan.all(KEY))
                .hasSizeGreaterThanOrEqualTo(Purpose.values().length)
                .allSatisfy(key -> {
                    assertThat(key.inputs())
                            .containsEntry("enableKeyRotation", true)
                            .containsEntry("rotationPeriodInDays", 365.0)
                            .containsEntry("deletionWindowInDays", 30.0);
                    assertThat(key.input("policy")).asString().contains("\"Sid\":\"Manage\"");
                });
    }

    @Test
    void aKeyElsewhereIsForTheServicesThere() {
        assertThat(plan.one(KEY, "keys-backups-recovery").input("policy"))
                .asString()
                .contains("backup.eu-west-1.amazonaws.com")
                .doesNotContain("eu-central-1");
        assertThat(plan.one(KEY, "keys-logs-global").input("policy"))
                .asString()
                .contains("logs.us-east-1.amazonaws.com", "arn:aws:logs:us-east-1:222222222222:log-group:*");
    }

    @Test
    void keysOfOnePurposeHaveNamesOfTheirOwn() {
        assertThat(plan.all("aws:kms/alias:Alias"))
                .extracting(alias -> alias.input("name"))
                .contains("alias/plinth-production/logs", "alias/plinth-production/logs-global")
                .doesNotHaveDuplicates();
    }
}
