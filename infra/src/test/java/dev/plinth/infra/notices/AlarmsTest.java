package dev.plinth.infra.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.notices.Condition.MissingData;
import dev.plinth.infra.notices.Condition.Window;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an alarm says to CloudWatch. */
final class AlarmsTest {
    private static final Metric CPU = Metric.of("AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", Output.of("db"));

    @Test
    void theTopicHearsOfTroubleAndOfItsEnd() {
        var alarm = declared(CPU, Condition.above(80, Window.fiveMinutes(2, 3)));

        assertThat(alarm.inputs())
                .containsEntry("name", "plinth-local-database-cpu")
                .containsEntry("alarmDescription", "Too busy.")
                .containsEntry("namespace", "AWS/RDS")
                .containsEntry("metricName", "CPUUtilization")
                .containsEntry("dimensions", Map.of("DBInstanceIdentifier", "db"))
                .containsEntry("statistic", "Average")
                .containsEntry("comparisonOperator", "GreaterThanThreshold")
                .containsEntry("threshold", 80.0)
                .containsEntry("period", 300.0)
                .containsEntry("evaluationPeriods", 3.0)
                .containsEntry("datapointsToAlarm", 2.0)
                .containsEntry("alarmActions", List.of("arn:topic"))
                .containsEntry("okActions", List.of("arn:topic"));
    }

    @Test
    void aPercentileIsAnExtendedStatistic() {
        var alarm = declared(CPU.by(Statistic.percentile(99)), Condition.above(80, Window.minutes(5)));

        assertThat(alarm.input("extendedStatistic")).isEqualTo("p99");
        assertThat(alarm.has("statistic")).isFalse();
    }

    @Test
    void silenceIsFineUnlessItIsSaidToBeBad() {
        var condition = Condition.below(1, Window.minutes(5));

        assertThat(declared(CPU, condition).input("treatMissingData")).isEqualTo("notBreaching");
        assertThat(declared(CPU, condition.when(MissingData.IS_BAD)).input("treatMissingData"))
                .isEqualTo("breaching");
    }

    private static Declared declared(Metric metric, Condition condition) {
        var alarms = List.of(new Alarm("cpu", "Too busy.", metric, condition));
        return Plan.ofComponents(scope ->
                        new Alarms("database", new AlarmsArgs(alarms, Output.of("arn:topic"), Place.GLOBAL), scope))
                .one("aws:cloudwatch/metricAlarm:MetricAlarm", "database-cpu");
    }
}
