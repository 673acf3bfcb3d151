package dev.plinth.ops.cloud;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
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
                        .describeAlarmsPaginator(
                                request -> request.alarmNamePrefix(namePrefix).stateValue(StateValue.ALARM))
                        .stream()
                        .flatMap(page -> Stream.concat(
                                page.metricAlarms().stream().map(MetricAlarm::alarmName),
                                page.compositeAlarms().stream().map(CompositeAlarm::alarmName)))
                        .toList());
    }
}
