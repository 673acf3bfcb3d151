package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsMultiAzTest {
    private final PolicyTest rule = PolicyTest.of(new RdsMultiAz());

    @Test
    void acceptsAStandby() {
        assertThat(rule.violations(database(args().multiAz(true)))).isEmpty();
    }

    @Test
    void rejectsADatabaseWithoutAStandbySaidOrUnsaid() {
        assertThat(rule.violations(database(args().multiAz(false))))
                .containsExactly("db has no standby in another zone, as multiAz is not true");
        assertThat(rule.violations(database(args()))).hasSize(1);
    }

    @Test
    void leavesAReplicaToItsSource() {
        TestResource replica = database(args()).unknown("replicateSourceDb");

        assertThat(rule.notApplicable(replica))
                .containsExactly("leaves a replica to its source, from which it is made anew");
        assertThat(rule.remedied(replica).resource()).isEqualTo(replica.resource());
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database(args()).unknown("multiAz")))
                .containsExactly("db: multiAz is not known before the deployment");
    }

    @Test
    void addsAStandby() {
        TestResource remedied = rule.remedied(database(args()));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static InstanceArgs.Builder args() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
