package dev.plinth.infra.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What the backups promise, whoever uses them. */
final class BackupsTest {
    private static final String LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

    @Test
    void everyRhythmGoesToTheVaultHereAndIsCopiedToTheRecoveryRegion() {
        var rules = production().one("aws:backup/plan:Plan", "backups").input("rules");

        assertThat(rules)
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .hasSize(3)
                .allSatisfy(rule -> {
                    assertThat(rule.get("targetVaultName")).isEqualTo("plinth-production-backups");
                    assertThat(rule.get("copyActions"))
                            .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                            .extracting(copy -> copy.get("destinationVaultArn"))
                            .containsExactly("arn:backups-recovery-id");
                });
    }

    @Test
    void pointInTimeRecoveryIsLeftToTheDatabase() {
        assertThat(production().one("aws:backup/plan:Plan", "backups").input("rules"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(rule -> rule.get("enableContinuousBackup"))
                .containsOnly(false);
    }

    @Test
    void onlyWhatCarriesTheTagOfThisEnvironmentIsBackedUp() {
        assertThat(production().one("aws:backup/selection:Selection", "backups").at("selectionTags", 0))
                .isEqualTo(Map.of("type", "STRINGEQUALS", "key", "Backup", "value", "plinth-production"));
    }

    @Test
    void thePrimaryCarriesTheTagAndItsReplicasDoNot() {
        assertThat(production().all("aws:rds/instance:Instance"))
                .filteredOn(instance -> ((Map<?, ?>) instance.input("tags")).containsKey("Backup"))
                .extracting(Declared::name)
                .containsExactly("database-primary");
    }

    @Test
    void bothVaultsAreEncryptedWithKeysOfTheirRegionAndKeepWhatTheyHave() {
        assertThat(production().all("aws:backup/vault:Vault"))
                .extracting(vault -> vault.input("kmsKeyArn"))
                .containsExactlyInAnyOrder(
                        "arn:aws:kms:eu-central-1:1:key/keys-backups-id",
                        "arn:aws:kms:eu-central-1:1:key/keys-backups-recovery-id");
        assertThat(production().all("aws:backup/vaultPolicy:VaultPolicy"))
                .hasSize(2)
                .allSatisfy(policy -> assertThat(policy.input("policy"))
                        .asString()
                        .contains("\"Deny\"", "backup:DeleteRecoveryPoint"));
    }

    @Test
    void theLockKeepsBackupsAsLongAsTheShortestRhythmPromises() {
        assertThat(production().all(LOCK))
                .extracting(lock -> lock.input("minRetentionDays"))
                .containsOnly(35.0);
        assertThat(production().all(LOCK)).noneMatch(lock -> lock.has("changeableForDays"));
    }

    @Test
    void aComplianceLockCanBeTakenBackForThreeDaysOnly() {
        var plan = Plan.of("production", "plinth:backup: {lock: compliance}");

        assertThat(plan.all(LOCK))
                .extracting(lock -> lock.input("changeableForDays"))
                .containsOnly(3.0);
    }

    @Test
    void theDatabaseIsRestoredForATestEveryWeek() {
        var test =
                production().one("aws:backup/restoreTestingSelection:RestoreTestingSelection", "backups-restore-test");

        assertThat(test.input("protectedResourceType")).isEqualTo("RDS");
        assertThat(test.input("name")).isEqualTo("plinth_production_backups_restore_test");
    }

    @Test
    void failuresAndSilenceReachPeople() {
        assertThat(production().all("aws:cloudwatch/eventTarget:EventTarget"))
                .extracting(Declared::name)
                .contains("backups-failure-backup", "backups-failure-copy", "backups-failure-restore");
        assertThat(production()
                        .one("aws:cloudwatch/metricAlarm:MetricAlarm", "backups-alarm-none-made")
                        .input("treatMissingData"))
                .isEqualTo("breaching");
    }

    @Test
    void reportsGoToABucketThatOnlyTheServiceWritesTo() {
        assertThat(production().all("aws:backup/reportPlan:ReportPlan")).hasSize(4);
        assertThat(production()
                        .one("aws:s3/bucketPolicy:BucketPolicy", "backups-audit")
                        .input("policy"))
                .asString()
                .contains("AWSServiceRoleForBackupReports");
    }

    @Test
    void longerRhythmsCannotKeepBackupsForLessTime() {
        var failure = StackFiles.failure(StackFiles.valid("backup: {dailyDays: 40, weeklyDays: 20, monthlyDays: 10}"));

        assertThat(failure.problems())
                .extracting(problem -> problem.path())
                .isEqualTo(List.of("plinth:backup.weeklyDays", "plinth:backup.monthlyDays"));
    }

    private static Plan production() {
        return Plan.of("production");
    }
}
