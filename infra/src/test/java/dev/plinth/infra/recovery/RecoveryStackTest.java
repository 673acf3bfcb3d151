package dev.plinth.infra.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import dev.plinth.infra.config.InvalidConfiguration;
import dev.plinth.infra.config.Problem;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecoveryStackTest {
    private static final String NAME = "production-restore-20261121120000";
    private static final String SERVER = "aws:rds/instance:Instance";
    private static final String SETTINGS = """
            config:
              plinth:account: "111122223333"
              plinth:region: eu-central-1
              plinth:recovery:
                source: plinth-production-database-primary
                time: 2026-11-21T12:00:00Z
                instanceClass: db.m7g.large
                subnetGroup: database-1a2b3c4
                parameterGroup: database-5d6e7f8
                securityGroups: [sg-0123456789abcdef0]
                keyArn: arn:aws:kms:eu-central-1:111122223333:key/database
                owner: platform
                expires: 2026-11-22
            """;

    @Test
    void itIsACopyAndNothingElse() {
        var plan = plan(SETTINGS);

        assertThat(plan.errors()).isEmpty();
        assertThat(plan.resources())
                .extracting(resource -> resource.type())
                .containsExactlyInAnyOrder("plinth:recovery:Recovery", SERVER, "pulumi:providers:aws");
    }

    @Test
    void theCopyIsOfThatSecondAndStandsPrivatelyBesideItsSource() {
        var copy = plan(SETTINGS).one(SERVER, "database-copy");

        assertThat(copy.input("restoreToPointInTime"))
                .isEqualTo(Map.of(
                        "sourceDbInstanceIdentifier",
                        "plinth-production-database-primary",
                        "restoreTime",
                        "2026-11-21T12:00:00Z"));
        assertThat(copy.inputs())
                .containsEntry("identifier", "plinth-production-restore-20261121120000-database-copy")
                .containsEntry("publiclyAccessible", false)
                .containsEntry("dbSubnetGroupName", "database-1a2b3c4")
                .containsEntry("parameterGroupName", "database-5d6e7f8")
                .containsEntry("vpcSecurityGroupIds", List.of("sg-0123456789abcdef0"))
                .containsEntry("storageEncrypted", true)
                .containsEntry("kmsKeyId", "arn:aws:kms:eu-central-1:111122223333:key/database");
    }

    @Test
    void theCopyCanBeThrownAwayAtOnceAndSaysWhoseItIs() {
        var copy = plan(SETTINGS).one(SERVER, "database-copy");

        assertThat(copy.inputs())
                .containsEntry("deletionProtection", false)
                .containsEntry("skipFinalSnapshot", true)
                .containsEntry("backupRetentionPeriod", 0.0);
        assertThat(copy.input("tags"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("Owner", "platform")
                .containsEntry("Expires", "2026-11-22");
    }

    @Test
    void itTellsWhereTheCopyIsAndHowToEnter() {
        assertThat(plan(SETTINGS).outputs())
                .containsEntry("endpoint", "database-copy.rds:5432")
                .containsEntry("identifier", "plinth-production-restore-20261121120000-database-copy")
                .containsEntry("password", "drawn");
    }

    @Test
    void theLatestMomentIsAWord() {
        var copy = plan(SETTINGS.replace("2026-11-21T12:00:00Z", "latest")).one(SERVER, "database-copy");

        assertThat(copy.input("restoreToPointInTime"))
                .isEqualTo(Map.of(
                        "sourceDbInstanceIdentifier",
                        "plinth-production-database-primary",
                        "useLatestRestorableTime",
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "'    source: plinth-production-database-primary', source",
        "'    time: 2026-11-21T12:00:00Z', time",
        "'    instanceClass: db.m7g.large', instanceClass",
        "'    subnetGroup: database-1a2b3c4', subnetGroup",
        "'    parameterGroup: database-5d6e7f8', parameterGroup",
        "'    securityGroups: [sg-0123456789abcdef0]', securityGroups",
        "'    keyArn: arn:aws:kms:eu-central-1:111122223333:key/database', keyArn",
        "'    owner: platform', owner",
        "'    expires: 2026-11-22', expires"
    })
    void nothingIsGuessed(String line, String setting) {
        assertThat(problems(SETTINGS.replace(line + "\n", "")))
                .extracting(Problem::path)
                .containsExactly("plinth:recovery." + setting);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var wrong = SETTINGS.replace("2026-11-21T12:00:00Z", "yesterday")
                .replace("sg-0123456789abcdef0", "mine")
                .replace("    owner:", "    onwer:")
                .replace("  plinth:region: eu-central-1", "  plinth:region: here\n  plinth:cache: {nodes: 1}");

        assertThat(problems(wrong))
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "plinth:region",
                        "plinth:cache",
                        "plinth:recovery.time",
                        "plinth:recovery.securityGroups[0]",
                        "plinth:recovery.owner",
                        "plinth:recovery.onwer");
    }

    private static List<Problem> problems(String yaml) {
        return catchThrowableOfType(InvalidConfiguration.class, () -> RecoveryStack.of(StackFiles.settings(NAME, yaml)))
                .problems();
    }

    private static Plan plan(String yaml) {
        return Plan.of(RecoveryStack.of(StackFiles.settings(NAME, yaml)));
    }
}
