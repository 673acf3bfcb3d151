package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.core.Output;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsManagedPasswordTest {
    private final PolicyTest rule = PolicyTest.of(new RdsManagedPassword());

    @Test
    void acceptsAPasswordThatRdsManages() {
        assertThat(rule.violations(database(args().manageMasterUserPassword(true))))
                .isEmpty();
    }

    @Test
    void rejectsAPasswordOfTheProgram() {
        assertThat(rule.violations(database(args().password(Output.ofSecret("swordfish")))))
                .containsExactly("db is given its password by the program");
    }

    @Test
    void rejectsAPasswordThatIsDrawnInTheDeployment() {
        assertThat(rule.violations(database(args()).with("password", new Value.Secret(new Value.Unknown()))))
                .hasSize(1);
    }

    @Test
    void rejectsThePasswordOfACluster() {
        var cluster = ClusterArgs.builder()
                .engine("aurora-postgresql")
                .masterPassword(Output.ofSecret("swordfish"))
                .build();

        assertThat(rule.violations(TestResource.of(Cluster.class, "cluster", cluster)))
                .containsExactly("cluster is given its masterPassword by the program");
    }

    @Test
    void leavesAPasswordInTheClearToTheRuleAboutThat() {
        assertThat(rule.notApplicable(database(args().password("swordfish"))))
                .containsExactly("leaves a password that is not secret to sensitive-inputs-are-secret");
    }

    @Test
    void leavesADatabaseAloneThatHasAnothersPassword() {
        assertThat(rule.notApplicable(
                        database(args().replicateSourceDb("primary")), database(args().snapshotIdentifier("last"))))
                .hasSize(2)
                .allMatch("is about databases that are given a password"::equals);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database(args()).unknown("manageMasterUserPassword")))
                .containsExactly("db: manageMasterUserPassword is not known before the deployment");
    }

    private static InstanceArgs.Builder args() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
