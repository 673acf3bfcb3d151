package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.Cluster;
import com.pulumi.aws.elasticache.ClusterArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RedisInTransitTest {
    private final PolicyTest rule = PolicyTest.of(new RedisInTransit());

    @Test
    void acceptsTlsOnly() {
        assertThat(rule.violations(
                        group(group().transitEncryptionEnabled(true)),
                        group(group().transitEncryptionEnabled(true).transitEncryptionMode("required"))))
                .isEmpty();
    }

    @Test
    void rejectsClientsWithoutTlsSaidOrUnsaid() {
        assertThat(rule.violations(group(group().transitEncryptionEnabled(false))))
                .containsExactly("cache lets clients in without TLS, as transitEncryptionEnabled is not true");
        assertThat(rule.violations(group(group()))).hasSize(1);
    }

    @Test
    void rejectsTlsThatIsOnlyPreferred() {
        assertThat(rule.violations(group(group().transitEncryptionEnabled(true).transitEncryptionMode("preferred"))))
                .containsExactly(
                        "cache lets clients in without TLS, as transitEncryptionMode is 'preferred', not 'required'");
    }

    @Test
    void judgesAClusterThatStandsAlone() {
        assertThat(rule.violations(cluster(ClusterArgs.builder().engine("memcached"))))
                .hasSize(1);
        assertThat(rule.violations(
                        cluster(ClusterArgs.builder().engine("memcached").transitEncryptionEnabled(true))))
                .isEmpty();
    }

    @Test
    void leavesPartsToTheirGroups() {
        assertThat(rule.notApplicable(
                        cluster(ClusterArgs.builder().replicationGroupId("sessions")),
                        group(group()).unknown("globalReplicationGroupId")))
                .hasSize(2)
                .allMatch("leaves a part of a group to that group"::equals);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(group(group().transitEncryptionEnabled(true)).unknown("transitEncryptionMode")))
                .containsExactly("cache: transitEncryptionMode is not known before the deployment");
    }

    private static ReplicationGroupArgs.Builder group() {
        return ReplicationGroupArgs.builder().description("Sessions");
    }

    private static TestResource group(ReplicationGroupArgs.Builder args) {
        return TestResource.of(ReplicationGroup.class, "cache", args.build());
    }

    private static TestResource cluster(ClusterArgs.Builder args) {
        return TestResource.of(Cluster.class, "cluster", args.build());
    }
}
