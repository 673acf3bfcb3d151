package dev.plinth.infra.audit;

import com.pulumi.aws.cloudwatch.LogMetricFilter;
import com.pulumi.aws.cloudwatch.LogMetricFilterArgs;
import com.pulumi.aws.cloudwatch.inputs.LogMetricFilterMetricTransformationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.notices.Alarm;
import dev.plinth.infra.notices.Alarms;
import dev.plinth.infra.notices.AlarmsArgs;
import dev.plinth.infra.notices.Condition;
import dev.plinth.infra.notices.Metric;
import dev.plinth.infra.notices.Statistic;
import java.util.Map;

/** Tells people of calls that nobody makes in a day's work. */
final class CallAlarms extends ComponentResource {
    private final Scope scope;

    CallAlarms(String name, Output<String> logGroup, Output<String> topicArn, Scope scope) {
        super("plinth:audit:CallAlarms", name, scope.options());
        this.scope = scope;
        SuspiciousCall.ALL.forEach(call -> count(name, call, logGroup));
        var alarms = SuspiciousCall.ALL.stream().map(call -> alarm(name, call)).toList();
        new Alarms(name, new AlarmsArgs(alarms, topicArn), scope.within(this));
        registerOutputs(Map.of());
    }

    private void count(String name, SuspiciousCall call, Output<String> logGroup) {
        var args = LogMetricFilterArgs.builder()
                .name(scope.title(name + "-" + call.name()))
                .logGroupName(logGroup)
                .pattern(call.pattern())
                .metricTransformation(LogMetricFilterMetricTransformationArgs.builder()
                        .namespace(scope.title(name))
                        .name(call.name())
                        .value("1")
                        .defaultValue("0")
                        .build())
                .build();
        new LogMetricFilter(name + "-" + call.name(), args, scope.child(this));
    }

    private Alarm alarm(String name, SuspiciousCall call) {
        var metric = new Metric(scope.title(name), call.name(), Output.of(Map.of()), Statistic.SUM);
        var condition = Condition.atLeast(call.threshold(), Condition.Window.fiveMinutes(1, 1));
        return new Alarm(call.name(), call.description(), metric, condition);
    }
}
