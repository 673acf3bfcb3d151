package dev.plinth.infra.notices;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;

/** The alarms of a component: the topic hears when something goes wrong, and when it is right again. */
public final class Alarms extends ComponentResource {
    private final Output<List<String>> topics;
    private final Scope scope;

    public Alarms(String name, AlarmsArgs args, Scope scope) {
        super("plinth:notices:Alarms", name, scope.options());
        this.topics = args.topicArn().applyValue(List::of);
        this.scope = scope;
        var options = scope.childIn(args.place(), this);
        args.alarms().forEach(alarm -> {
            var alarmName = name + "-" + alarm.name();
            new MetricAlarm(alarmName, alarmArgs(alarmName, alarm), options);
        });
        registerOutputs(Map.of());
    }

    private MetricAlarmArgs alarmArgs(String name, Alarm alarm) {
        var metric = alarm.metric();
        var condition = alarm.condition();
        var args = MetricAlarmArgs.builder()
                .name(scope.title(name))
                .alarmDescription(alarm.description())
                .namespace(metric.namespace())
                .metricName(metric.name())
                .dimensions(metric.dimensions())
                .comparisonOperator(condition.comparison().operator())
                .threshold(condition.threshold())
                .period(condition.window().periodSeconds())
                .evaluationPeriods(condition.window().periods())
                .datapointsToAlarm(condition.window().datapoints())
                .treatMissingData(condition.missingData().treatment())
                .alarmActions(topics)
                .okActions(topics)
                .tags(scope.tags(name));
        return metric.statistic().isExtended()
                ? args.extendedStatistic(metric.statistic().expression()).build()
                : args.statistic(metric.statistic().expression()).build();
    }
}
