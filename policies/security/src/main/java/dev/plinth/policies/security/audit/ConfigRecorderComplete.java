package dev.plinth.policies.security.audit;

import static dev.plinth.policy.Framework.AWS_FSBP;

import com.pulumi.aws.cfg.Recorder;
import com.pulumi.aws.cfg.RecorderStatus;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** AWS Config records how every resource of the account looked, and when it changed. */
final class ConfigRecorderComplete implements ResourceRule {
    record Scope(
            @Described("whether types that belong to no region are recorded too; one region of an account is enough")
            boolean globalTypes) {}

    private static final RuleConfig<Scope> SCOPE = RuleConfig.of(new Scope(true));

    private static final ResourceTypes RECORDERS = ResourceTypes.of(Recorder.class);
    private static final ObjectProperty<Properties> GROUP = RECORDERS.object("recordingGroup");
    private static final Property<Boolean> ALL = GROUP.fields().flag("allSupported");
    private static final Property<Boolean> GLOBAL = GROUP.fields().flag("includeGlobalResourceTypes");

    private static final ResourceTypes STATES = ResourceTypes.of(RecorderStatus.class);
    private static final Property<Boolean> ENABLED = STATES.flag("isEnabled");

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(Recorder.class, RecorderStatus.class);
        return RuleInfo.mandatory("config-recorder-complete", types, "AWS Config records every type of resource")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("Config.1"))
                .why("Nobody can tell what a resource looked like before somebody changed it.")
                .cure("set allSupported and includeGlobalResourceTypes of recordingGroup to true, and isEnabled of the"
                        + " recorder's status")
                .config(SCOPE);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        return resource.is(STATES)
                ? Judgement.violatedIf(
                        !resource.get(ENABLED).orElse(false), "records nothing, as isEnabled is not true")
                : checkRecorder(resource, context.get(SCOPE).globalTypes());
    }

    private static Judgement checkRecorder(Resource recorder, boolean globalNeeded) {
        // A recorder without a group records all types but those that belong to no region.
        boolean all =
                recorder.get(GROUP).map(group -> group.get(ALL).orElse(true)).orElse(true);
        if (!all) {
            return Judgement.violated("leaves out types of resources, as allSupported is false");
        }
        boolean global = recorder.get(GROUP).flatMap(group -> group.get(GLOBAL)).orElse(false);
        return Judgement.violatedIf(
                globalNeeded && !global,
                "leaves out IAM and all that belongs to no region, as includeGlobalResourceTypes is not true");
    }
}
