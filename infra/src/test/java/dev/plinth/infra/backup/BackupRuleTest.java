package dev.plinth.infra.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.backup.BackupSpec.Lock;
import dev.plinth.infra.backup.BackupSpec.Retention;
import dev.plinth.infra.schedule.ClockTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When backups are made and where they end up. */
final class BackupRuleTest {

    @Test
    void theRhythmsStartAnHourApart() {
        assertThat(rules("23:30", new Retention(35, 90, 2555)))
                .extracting(BackupRule::cron)
                .containsExactly("cron(30 23 * * ? *)", "cron(30 0 ? * SUN *)", "cron(30 1 1 * ? *)");
    }

    @Test
    void whatIsKeptForYearsGetsCold() {
        assertThat(rules("06:00", new Retention(35, 90, 2555)))
                .extracting(BackupRule::coldAfterDays)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(90));
    }

    @Test
    void whatIsGoneBeforeColdStorageWouldAllowItStaysWarm() {
        assertThat(rules("06:00", new Retention(35, 90, 179)))
                .extracting(BackupRule::coldAfterDays)
                .containsOnly(Optional.empty());
        assertThat(rules("06:00", new Retention(35, 90, 180)))
                .extracting(BackupRule::coldAfterDays)
                .contains(Optional.of(90));
    }

    private static List<BackupRule> rules(String start, Retention retention) {
        return BackupRule.of(new BackupSpec(ClockTime.parse(start), retention, Lock.GOVERNANCE));
    }
}
