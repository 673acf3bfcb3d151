package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A container does not get the credentials of the machine that it runs on. */
final class InstanceImdsHopLimit implements RemediatingRule {
    record Limits(
            @Described(
                    value = "hops that an answer may travel; a container is one hop further than its machine",
                    min = 1,
                    max = 64)
            int hopsMax) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(1));

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "instance-imds-hop-limit", Metadata.TYPES, "A machine's metadata does not reach its containers")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("AutoScaling.4"), CHECKOV.control("CKV_AWS_341"))
                .why("With a second hop, every container may do what the machine may, whatever its own role says.")
                .cure("set metadataOptions.httpPutResponseHopLimit to 1 and give containers identities of their own")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource machine, Context context) {
        int allowed = context.get(LIMITS).hopsMax();
        return machine.get(Metadata.OPTIONS)
                .filter(options -> !Metadata.isOff(options))
                .map(options -> judge(options, allowed))
                .orElse(Judgement.kept());
    }

    @Override
    public Patch remedy(Resource machine, Context context) {
        return check(machine, context).violations().isEmpty()
                ? Patch.NONE
                : Patch.inside(
                        Metadata.OPTIONS,
                        Patch.put(Metadata.HOPS, context.get(LIMITS).hopsMax()));
    }

    private static Judgement judge(Properties options, int allowed) {
        // AWS allows one hop where nothing is said.
        int hops = options.get(Metadata.HOPS).orElse(1);
        return Judgement.violatedIf(
                hops > allowed, "lets its metadata travel %d hops, may let it travel %d".formatted(hops, allowed));
    }
}
