package dev.plinth.policies.backup.database;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A database's storage grows by itself before it is full. */
final class RdsStorageHeadroom implements ResourceRule {
    private static final Property<Integer> MAX = Databases.INSTANCES.integer("maxAllocatedStorage");
    private static final Property<Integer> NOW = Databases.INSTANCES.integer("allocatedStorage");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory(
                        "rds-storage-headroom", Databases.INSTANCES, "A database's storage grows before it is full")
                .severity(Severity.LOW)
                .why("A database whose storage is full stops, and growing it by hand takes somebody who is awake.")
                .cure("set maxAllocatedStorage to more GiB than allocatedStorage");
    }

    @Override
    public Judgement check(Resource instance, Context context) {
        int max = instance.get(MAX).orElse(0);
        if (max == 0) {
            return Judgement.violated("does not grow when its storage is full, as maxAllocatedStorage is not set");
        }
        int now = instance.get(NOW).orElse(0);
        return Judgement.violatedIf(max <= now, "has %d GiB and may not grow beyond %d".formatted(now, max));
    }
}
