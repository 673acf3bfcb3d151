package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.EventSubscription;
import com.pulumi.aws.rds.EventSubscriptionArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RdsEventsTest {
    private final PolicyTest rule = PolicyTest.of(new RdsEvents());
    private final TestResource database = database(args().identifier("metrics"));

    @Test
    void acceptsASubscriptionToTheDatabase() {
        assertThat(rule.violations(
                        database,
                        subscription(args("db-instance")
                                .sourceIds("metrics")
                                .eventCategories("maintenance", "failure", "deletion"))))
                .isEmpty();
    }

    @Test
    void takesNoLimitForEverything() {
        assertThat(rule.violations(
                        database, subscription(EventSubscriptionArgs.builder().snsTopic("notices"))))
                .isEmpty();
    }

    @Test
    void rejectsADatabaseOfWhichNobodyHears() {
        assertThat(rule.violations(database))
                .containsExactly("db has no subscription to its events of failure, maintenance");
    }

    @Test
    void rejectsASubscriptionToSomethingElse() {
        assertThat(rule.violations(database, subscription(args("db-proxy")))).hasSize(1);
        assertThat(rule.violations(database, subscription(args("db-instance").sourceIds("another"))))
                .hasSize(1);
        assertThat(rule.violations(database, subscription(args("db-instance").eventCategories("failure"))))
                .hasSize(1);
        assertThat(rule.violations(database, subscription(args("db-instance").enabled(false))))
                .hasSize(1);
    }

    @Test
    void asksForASubscriptionToClustersForACluster() {
        var args = ClusterArgs.builder().engine("aurora-postgresql").clusterIdentifier("metrics");
        TestResource cluster = TestResource.of(Cluster.class, "cluster", args.build());

        assertThat(rule.violations(cluster, subscription(args("db-instance")))).hasSize(1);
        assertThat(rule.violations(cluster, subscription(args("db-cluster").sourceIds("metrics"))))
                .isEmpty();
    }

    @Test
    void givesASubscriptionToWhatIsNotKnownYetTheBenefitOfTheDoubt() {
        TestResource subscription = subscription(args("db-instance")).unknown("sourceIds");

        assertThat(rule.violations(database, subscription)).isEmpty();
        assertThat(rule.undecided(database, subscription)).isEmpty();
    }

    @Test
    void asksForTheCategoriesThatAreConfigured() {
        TestResource subscription = subscription(args("db-instance").eventCategories("low storage"));

        assertThat(rule.configured("categories", List.of("low storage")).violations(database, subscription))
                .isEmpty();
    }

    @Test
    void leavesAReplicaToItsSource() {
        assertThat(rule.notApplicable(database(args().replicateSourceDb("metrics"))))
                .containsExactly("leaves a replica to its source");
    }

    private static InstanceArgs.Builder args() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static EventSubscriptionArgs.Builder args(String type) {
        return EventSubscriptionArgs.builder().snsTopic("notices").sourceType(type);
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }

    private static TestResource subscription(EventSubscriptionArgs.Builder args) {
        return TestResource.of(EventSubscription.class, "events", args.build());
    }
}
