package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlarmHasActionTest {
    private final PolicyTest rule = PolicyTest.of(new AlarmHasAction());
    private final TestResource silent = TestResource.of(MetricAlarm.class, "cpu");
    private final TestResource alarm = silent.with("alarmActions", List.of("arn:aws:sns:eu-central-1:1:notices"));

    @Test
    void acceptsAnAlarmThatTellsSomebody() {
        assertThat(rule.violations(alarm, alarm.with("actionsEnabled", true))).isEmpty();
    }

    @Test
    void rejectsAnAlarmWithoutActions() {
        assertThat(rule.violations(silent, silent.with("alarmActions", List.of())))
                .hasSize(2)
                .allMatch("cpu tells nobody, as it has no alarmActions"::equals);
    }

    @Test
    void rejectsAnAlarmWhoseActionsAreOff() {
        assertThat(rule.violations(alarm.with("actionsEnabled", false)))
                .containsExactly("cpu tells nobody, as actionsEnabled is false");
    }

    @Test
    void doesNotWaitForWhomItTells() {
        assertThat(rule.violations(silent.unknown("alarmActions"))).isEmpty();
        assertThat(rule.undecided(silent.unknown("alarmActions"))).isEmpty();
    }

    @Test
    void waitsForWhetherItsActionsAreOn() {
        assertThat(rule.undecided(alarm.unknown("actionsEnabled")))
                .containsExactly("cpu: actionsEnabled is not known before the deployment");
    }
}
