package dev.plinth.policies.backup.recovery;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleConfig;

/** The days in which AWS lets one take back a deletion: those of a key and those of a secret have the same limits. */
record DeletionWindow(
        @Described(value = "days in which a deletion can be taken back; AWS allows 7 to 30", min = 7, max = 30)
        int daysMin) {

    /**
     * What AWS takes where nothing is said: API references of ScheduleKeyDeletion (PendingWindowInDays) and DeleteSecret
     * (RecoveryWindowInDays).
     */
    private static final int DAYS_DEFAULT = 30;

    static RuleConfig<DeletionWindow> config(int daysMin) {
        return RuleConfig.of(new DeletionWindow(daysMin));
    }

    static Judgement judge(
            Resource resource, Property<Integer> days, Context context, RuleConfig<DeletionWindow> config) {
        int needed = context.get(config).daysMin();
        int found = found(resource, days);
        return Judgement.violatedIf(
                found < needed, "is gone %d days after its deletion, needs %d".formatted(found, needed));
    }

    static Patch remedy(Resource resource, Property<Integer> days, Context context, RuleConfig<DeletionWindow> config) {
        int needed = context.get(config).daysMin();
        return found(resource, days) < needed ? Patch.put(days, needed) : Patch.NONE;
    }

    private static int found(Resource resource, Property<Integer> days) {
        return resource.get(days).orElse(DAYS_DEFAULT);
    }
}
