package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsCopyTagsTest {
    private final PolicyTest rule = PolicyTest.of(new RdsCopyTags());

    @Test
    void acceptsTagsOnSnapshots() {
        assertThat(rule.violations(database(args().copyTagsToSnapshot(true)))).isEmpty();
    }

    @Test
    void rejectsSnapshotsWithoutTagsSaidOrUnsaid() {
        var cluster = ClusterArgs.builder().engine("aurora-postgresql").build();

        assertThat(rule.violations(database(args().copyTagsToSnapshot(false))))
                .containsExactly("db leaves its snapshots without its tags, as copyTagsToSnapshot is not true");
        assertThat(rule.violations(database(args()), TestResource.of(Cluster.class, "cluster", cluster)))
                .hasSize(2);
    }

    @Test
    void judgesAReplicaByItself() {
        assertThat(rule.violations(database(args().replicateSourceDb("primary"))))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database(args()).unknown("copyTagsToSnapshot")))
                .containsExactly("db: copyTagsToSnapshot is not known before the deployment");
    }

    @Test
    void copiesThem() {
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
