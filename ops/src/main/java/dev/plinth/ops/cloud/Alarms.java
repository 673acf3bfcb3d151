package dev.plinth.ops.cloud;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The alarms on what the cloud measures. */
public final class Alarms {
    private final CloudWatchClient client;

    Alarms(CloudWatchClient client) {
        this.client = client;
    }

    /** The names of those that go off now, of all whose names begin so. */
    public List<String> firing(String namePrefix) {
        return Permissions.ask(
                "cloudwatch:DescribeAlarms",
                "alarms " + namePrefix + "*",
                () -> client
                        .describeAlarmsPaginator(request -> request.alarmNamePrefix(namePrefix)
                                .stateValue(StateValue.ALARM)
                                // Without it AWS tells of no composite alarm.
                                .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM))
                        .stream()
                        .flatMap(Alarms::firing)
                        .toList());
    }

    private static Stream<String> firing(DescribeAlarmsResponse page) {
        return Stream.concat(
                page.metricAlarms().stream()
                        .filter(alarm -> alarm.stateValue() == StateValue.ALARM)
                        .map(MetricAlarm::alarmName),
                page.compositeAlarms().stream()
                        .filter(alarm -> alarm.stateValue() == StateValue.ALARM)
                        .map(CompositeAlarm::alarmName));
    }
}
