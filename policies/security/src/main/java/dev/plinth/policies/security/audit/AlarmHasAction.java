package dev.plinth.policies.security.audit;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** Somebody hears an alarm. */
final class AlarmHasAction implements ResourceRule {
    private static final ResourceTypes ALARMS = ResourceTypes.of(MetricAlarm.class);
    private static final Property<List<String>> ACTIONS = ALARMS.texts("alarmActions");
    private static final Property<Boolean> ENABLED = ALARMS.flag("actionsEnabled");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("alarm-has-action", ALARMS, "An alarm tells somebody")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("CloudWatch.15"),
                        AWS_FSBP.control("CloudWatch.17"),
                        CHECKOV.control("CKV_AWS_319"))
                .why("The alarm turns red on a page that nobody looks at, while all believe that they would be woken.")
                .cure("name a topic in alarmActions and leave actionsEnabled true");
    }

    @Override
    public Judgement check(Resource alarm, Context context) {
        if (!alarm.has(ACTIONS)) {
            return Judgement.violated("tells nobody, as it has no alarmActions");
        }
        return Judgement.violatedIf(!alarm.get(ENABLED).orElse(true), "tells nobody, as actionsEnabled is false");
    }
}
