package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RdsWindowsDisjointTest {
    private final PolicyTest rule = PolicyTest.of(new RdsWindowsDisjoint());

    @Test
    void acceptsWindowsThatFollowEachOther() {
        assertThat(rule.violations(
                        database("02:00-03:00", "sun:03:00-sun:04:00"), database("02:00-03:00", "sun:01:00-sun:02:00")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "02:00-03:00, sun:02:59-sun:04:00",
        "02:00-03:00, sun:01:00-sun:02:01",
        "02:00-03:00, Wed:02:10-Wed:02:50",
        "23:30-00:30, mon:00:00-mon:01:00",
        "23:30-00:30, sat:23:00-sun:00:00",
        "02:00-03:00, sat:23:00-sun:03:00"
    })
    void rejectsWindowsThatMeet(String backup, String maintenance) {
        assertThat(rule.violations(database(backup, maintenance)))
                .containsExactly(
                        "db is backed up at %s, which meets its maintenance at %s".formatted(backup, maintenance));
    }

    @Test
    void judgesAClusterByItsOwnProperties() {
        var args = ClusterArgs.builder()
                .engine("aurora-postgresql")
                .preferredBackupWindow("02:00-03:00")
                .preferredMaintenanceWindow("sun:02:00-sun:03:00")
                .build();

        assertThat(rule.violations(TestResource.of(Cluster.class, "cluster", args)))
                .hasSize(1);
    }

    @Test
    void leavesToAwsWhatIsNotGivenOrNoWindow() {
        var args = InstanceArgs.builder().instanceClass("db.t4g.medium").backupWindow("02:00-03:00");

        assertThat(rule.notApplicable(
                        TestResource.of(Instance.class, "db", args.build()),
                        database("at night", "sun:02:00-sun:03:00"),
                        database("02:00-03:00", "day:02:00-day:03:00")))
                .hasSize(3)
                .allMatch("is about databases that are given both windows"::equals);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database("02:00-03:00", "").unknown("maintenanceWindow")))
                .containsExactly("db: maintenanceWindow is not known before the deployment");
    }

    private static TestResource database(String backup, String maintenance) {
        var args = InstanceArgs.builder()
                .instanceClass("db.t4g.medium")
                .backupWindow(backup)
                .maintenanceWindow(maintenance);
        return TestResource.of(Instance.class, "db", args.build());
    }
}
