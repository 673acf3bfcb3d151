package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsSecondCopyTest {
    private final PolicyTest rule = PolicyTest.of(new RdsSecondCopy());
    private final TestResource primary = database("primary").with("identifier", "prod");
    private final TestResource replica = database("replica");

    @Test
    void acceptsAStandby() {
        assertThat(rule.violations(primary.with("multiAz", true))).isEmpty();
    }

    @Test
    void acceptsAReplicaInTheSameStack() {
        assertThat(rule.violations(primary, replica.from("replicateSourceDb", primary)))
                .isEmpty();
        assertThat(rule.violations(primary, replica.with("replicateSourceDb", "prod")))
                .isEmpty();
    }

    @Test
    void rejectsADatabaseThatIsAlone() {
        assertThat(rule.violations(primary.with("multiAz", false)))
                .containsExactly("primary is alone, with neither a standby nor a replica");
    }

    @Test
    void rejectsADatabaseBesideAReplicaOfAnother() {
        assertThat(rule.violations(primary, replica.with("replicateSourceDb", "other")))
                .containsExactly("primary is alone, with neither a standby nor a replica");
    }

    @Test
    void givesAReplicaOfWhatIsNotKnownYetTheBenefitOfTheDoubt() {
        assertThat(rule.violations(primary, replica.unknown("replicateSourceDb")))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(primary.unknown("multiAz")))
                .containsExactly("primary: multiAz is not known before the deployment");
    }

    @Test
    void hasNothingToJudgeInAStackWithoutDatabases() {
        assertThat(rule.notApplicable(TestResource.of(ReplicationGroup.class, "cache")))
                .containsExactly("the stack has no resource of its types");
    }

    private static TestResource database(String name) {
        return TestResource.of(Instance.class, name);
    }
}
