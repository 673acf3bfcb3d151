package dev.plinth.policies.backup.database;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** A database that matters has a replica of the same stack: to read from, and to go on with if all else fails. */
final class RdsReplicaForTier implements StackRule {
    private static final Property<String> ZONE = Databases.INSTANCES.text("availabilityZone");
    private static final Property<Boolean> STANDBY = Databases.INSTANCES.flag("multiAz");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory(
                        "rds-replica-for-tier", Databases.INSTANCES, "A database that is backed up has a replica")
                .severity(Severity.LOW)
                .why("A standby serves nobody; reports then compete with the service, and there is no copy to promote.")
                .cure("add an instance with this one as its replicateSourceDb, in another availabilityZone")
                .config(Tier.CONFIG);
    }

    @Override
    public Judgement check(Resource instance, Stack stack, Context context) {
        if (Databases.isReplica(instance)) {
            return Judgement.notApplicable("is about primaries");
        }
        if (!context.get(Tier.CONFIG).includes(instance)) {
            return Judgement.notApplicable("is about databases that carry the configured tag");
        }
        // In the preview of a new stack no source is known: a note on every database would say nothing.
        List<Resource> replicas = stack.mayRefer(instance, Databases.SOURCE, Databases.INSTANCE_NAME);
        if (replicas.isEmpty()) {
            return Judgement.violated("has no replica");
        }
        return Judgement.violatedIf(
                replicas.stream().allMatch(replica -> sharesZone(instance, replica)),
                "has neither a standby nor a replica outside of its own zone");
    }

    private static boolean sharesZone(Resource instance, Resource replica) {
        boolean known = !instance.isUnknown(ZONE) && !replica.isUnknown(ZONE) && !instance.isUnknown(STANDBY);
        return known
                && !instance.get(STANDBY).orElse(false)
                && instance.has(ZONE)
                && instance.get(ZONE).equals(replica.get(ZONE));
    }
}
