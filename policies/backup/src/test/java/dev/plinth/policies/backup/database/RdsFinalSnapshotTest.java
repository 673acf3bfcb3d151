package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsFinalSnapshotTest {
    private final PolicyTest rule = PolicyTest.of(new RdsFinalSnapshot());

    @Test
    void acceptsASnapshotWithAName() {
        assertThat(rule.violations(
                        database(args().skipFinalSnapshot(false).finalSnapshotIdentifier("db-last")),
                        database(args().finalSnapshotIdentifier("db-last"))))
                .isEmpty();
    }

    @Test
    void acceptsANameThatIsNotKnownYet() {
        TestResource database = database(args()).unknown("finalSnapshotIdentifier");

        assertThat(rule.violations(database)).isEmpty();
        assertThat(rule.undecided(database)).isEmpty();
    }

    @Test
    void rejectsToSkipTheSnapshotEvenWithAName() {
        assertThat(rule.violations(database(args().skipFinalSnapshot(true).finalSnapshotIdentifier("db-last"))))
                .containsExactly("db is gone with its data when it is deleted, as skipFinalSnapshot is true");
    }

    @Test
    void rejectsASnapshotWithoutAName() {
        assertThat(rule.violations(database(args())))
                .containsExactly("db cannot be deleted, as its last snapshot has no name in finalSnapshotIdentifier");
    }

    @Test
    void leavesAReplicaToItsSource() {
        assertThat(rule.notApplicable(database(args().skipFinalSnapshot(true).replicateSourceDb("primary"))))
                .containsExactly("leaves a replica to its source: AWS makes no last snapshot of it");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database(args()).unknown("skipFinalSnapshot")))
                .containsExactly("db: skipFinalSnapshot is not known before the deployment");
    }

    private static InstanceArgs.Builder args() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
