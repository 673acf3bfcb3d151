package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsStorageHeadroomTest {
    private final PolicyTest rule = PolicyTest.of(new RdsStorageHeadroom());

    @Test
    void acceptsStorageThatGrows() {
        assertThat(rule.violations(database(args().allocatedStorage(50).maxAllocatedStorage(51))))
                .isEmpty();
    }

    @Test
    void acceptsAReplicaThatGrowsFromWhereItsSourceIs() {
        assertThat(rule.violations(database(args().replicateSourceDb("primary").maxAllocatedStorage(100))))
                .isEmpty();
    }

    @Test
    void rejectsStorageThatStaysSaidOrUnsaid() {
        assertThat(rule.violations(
                        database(args().allocatedStorage(50)),
                        database(args().allocatedStorage(50).maxAllocatedStorage(0))))
                .hasSize(2)
                .allMatch("db does not grow when its storage is full, as maxAllocatedStorage is not set"::equals);
    }

    @Test
    void rejectsALimitThatIsReached() {
        assertThat(rule.violations(database(args().allocatedStorage(50).maxAllocatedStorage(50))))
                .containsExactly("db has 50 GiB and may not grow beyond 50");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database(args()).unknown("maxAllocatedStorage")))
                .containsExactly("db: maxAllocatedStorage is not known before the deployment");
    }

    private static InstanceArgs.Builder args() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
