package dev.plinth.policies.backup;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** Deleting a database leaves its last state behind, wanted or not. */
final class RdsFinalSnapshot implements ResourceRule {
    private static final ResourceTypes DATABASES = ResourceTypes.of(Instance.class, Cluster.class);
    private static final Property<Boolean> SKIPPED = DATABASES.flag("skipFinalSnapshot");
    private static final Property<String> IDENTIFIER = DATABASES.text("finalSnapshotIdentifier");
    private static final ResourceTypes INSTANCE = ResourceTypes.of(Instance.class);
    private static final Property<String> SOURCE = INSTANCE.text("replicateSourceDb");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-final-snapshot", DATABASES, "A database leaves a snapshot behind when it is deleted")
                .severity(Severity.HIGH)
                .cure("leave skipFinalSnapshot false and give the snapshot's name in finalSnapshotIdentifier");
    }

    @Override
    public List<String> check(Resource database) {
        // AWS makes no final snapshot of a replica.
        if (database.is(INSTANCE) && database.has(SOURCE)) {
            return List.of();
        }
        if (database.get(SKIPPED).orElse(false)) {
            return List.of("is gone with its data when it is deleted, as skipFinalSnapshot is true");
        }
        return database.has(IDENTIFIER)
                ? List.of()
                : List.of("cannot be deleted, as its last snapshot has no name in finalSnapshotIdentifier");
    }
}
