package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RdsReplicaForTierTest {
    private final PolicyTest rule = PolicyTest.of(new RdsReplicaForTier());
    private final TestResource primary = database("primary", args().identifier("metrics"));

    @Test
    void acceptsAReplicaInTheSameStack() {
        assertThat(rule.violations(primary, replica(replicaArgs("metrics")))).isEmpty();
        assertThat(rule.violations(primary, replica(replicaArgs("")).from("replicateSourceDb", primary)))
                .isEmpty();
    }

    @Test
    void rejectsADatabaseWithoutAReplica() {
        assertThat(rule.violations(primary)).containsExactly("primary has no replica");
    }

    @Test
    void rejectsADatabaseBesideAReplicaOfAnother() {
        assertThat(rule.violations(primary, replica(replicaArgs("another")))).containsExactly("primary has no replica");
    }

    @Test
    void givesAReplicaOfWhatIsNotKnownYetTheBenefitOfTheDoubt() {
        TestResource replica = replica(replicaArgs("")).unknown("replicateSourceDb");

        assertThat(rule.violations(primary, replica)).isEmpty();
        assertThat(rule.undecided(primary, replica)).isEmpty();
    }

    @Test
    void rejectsAReplicaInTheZoneOfADatabaseWithoutAStandby() {
        TestResource alone = primary.with("availabilityZone", "eu-central-1a");
        TestResource beside = replica(replicaArgs("metrics").availabilityZone("eu-central-1a"));

        assertThat(rule.violations(alone, beside))
                .containsExactly("primary has neither a standby nor a replica outside of its own zone");
        assertThat(rule.violations(alone.with("multiAz", true), beside)).isEmpty();
        assertThat(rule.violations(alone, replica(replicaArgs("metrics").availabilityZone("eu-central-1b"))))
                .isEmpty();
    }

    @Test
    void doesNotGuessZonesThatAwsChooses() {
        assertThat(rule.violations(
                        primary.unknown("availabilityZone"),
                        replica(replicaArgs("metrics")).unknown("availabilityZone")))
                .isEmpty();
    }

    @Test
    void asksItOfDatabasesThatAreBackedUp() {
        TestResource other = database("other", InstanceArgs.builder().instanceClass("db.t4g.medium"));

        assertThat(rule.notApplicable(other)).containsExactly("is about databases that carry the configured tag");
    }

    @Test
    void asksItOfDatabasesThatCarryTheConfiguredTag() {
        PolicyTest configured = rule.configured("tag", "Tier").configured("values", List.of("gold"));

        assertThat(configured.violations(
                        primary,
                        database("gold", args().tags(Map.of("Tier", "gold"))),
                        database("tin", args().tags(Map.of("Tier", "tin")))))
                .containsExactly("gold has no replica");
    }

    private static InstanceArgs.Builder args() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium").tags(Map.of("Backup", "production"));
    }

    private static InstanceArgs.Builder replicaArgs(String source) {
        return InstanceArgs.builder().instanceClass("db.t4g.medium").replicateSourceDb(source);
    }

    private static TestResource replica(InstanceArgs.Builder args) {
        return database("replica", args);
    }

    private static TestResource database(String name, InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, name, args.build());
    }
}
