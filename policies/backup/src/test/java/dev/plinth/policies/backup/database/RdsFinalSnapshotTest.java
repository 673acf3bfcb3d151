package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsFinalSnapshotTest {
    private final PolicyTest rule = PolicyTest.of(new RdsFinalSnapshot());
    private final TestResource database = TestResource.of(Instance.class, "db");

    @Test
    void acceptsASnapshotWithAName() {
        assertThat(rule.violations(
                        database.with("skipFinalSnapshot", false).with("finalSnapshotIdentifier", "db-last"),
                        database.with("finalSnapshotIdentifier", "db-last")))
                .isEmpty();
    }

    @Test
    void acceptsANameThatIsNotKnownYet() {
        assertThat(rule.violations(database.unknown("finalSnapshotIdentifier"))).isEmpty();
    }

    @Test
    void rejectsToSkipTheSnapshotEvenWithAName() {
        assertThat(rule.violations(database.with("skipFinalSnapshot", true).with("finalSnapshotIdentifier", "db-last")))
                .containsExactly("db is gone with its data when it is deleted, as skipFinalSnapshot is true");
    }

    @Test
    void rejectsASnapshotWithoutAName() {
        assertThat(rule.violations(database))
                .containsExactly("db cannot be deleted, as its last snapshot has no name in finalSnapshotIdentifier");
    }

    @Test
    void leavesAReplicaToItsSource() {
        assertThat(rule.violations(database.with("skipFinalSnapshot", true).with("replicateSourceDb", "primary")))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database.unknown("skipFinalSnapshot")))
                .containsExactly("db: skipFinalSnapshot is not known before the deployment");
    }
}
