package dev.plinth.ops.cloud;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.RecoveryPointByBackupVault;
import software.amazon.awssdk.services.backup.model.RestoreJobsListMember;

/** Vaults of AWS Backup: how recovery points are put there, which there are, and the restores that tested them. */
public final class Vaults {
    /** The shortest that AWS Backup allows; a job that nothing hinders begins at once. */
    private static final long START_MINUTES = 60;

    private final BackupClient client;

    Vaults(BackupClient client) {
        this.client = client;
    }

    /**
     * A backup in a vault, which is of use once its status is COMPLETED.
     *
     * @param resourceType such as RDS or S3
     * @param bytes its size, where AWS tells
     */
    public record RecoveryPoint(
            String arn,
            String resourceArn,
            String resourceType,
            String status,
            Instant made,
            Optional<Long> bytes,
            boolean encrypted) {}

    /** A restore, and what its validation said; empty when nobody has validated it. */
    public record Restore(String recoveryPointArn, String status, String validation, Instant begun) {}

    /**
     * A recovery point that is to be made.
     *
     * @param resourceArn of what
     * @param roleArn whom AWS Backup acts as
     * @param keepDays a vault with a lock takes nothing that is kept for a shorter or a longer time than the lock says
     */
    public record Order(String vault, String resourceArn, String roleArn, int keepDays) {}

    /**
     * How far a recovery point is.
     *
     * @param state as AWS Backup names it, such as RUNNING or COMPLETED
     * @param message what AWS Backup says to it; empty when it says nothing
     * @param recoveryPointArn empty until there is one
     */
    public record Job(String id, String state, String message, String recoveryPointArn) {
        private static final Set<String> LOST = Set.of("ABORTED", "ABORTING", "EXPIRED", "FAILED", "PARTIAL");

        public boolean isCompleted() {
            return state.equals("COMPLETED");
        }

        /** Tells whether no recovery point will come of it. */
        public boolean isLost() {
            return LOST.contains(state);
        }
    }

    /** Begins to make a recovery point; returns the job's identifier. */
    public String start(Order order) {
        // A second attempt whose first one arrived after all makes no second recovery point.
        var token = UUID.randomUUID().toString();
        return Permissions.ask(
                        "backup:StartBackupJob",
                        order.vault(),
                        () -> client.startBackupJob(request -> request.backupVaultName(order.vault())
                                .resourceArn(order.resourceArn())
                                .iamRoleArn(order.roleArn())
                                .idempotencyToken(token)
                                .startWindowMinutes(START_MINUTES)
                                .lifecycle(life -> life.deleteAfterDays((long) order.keepDays()))))
                .backupJobId();
    }

    public Job job(String id) {
        var job = Permissions.ask(
                "backup:DescribeBackupJob", id, () -> client.describeBackupJob(request -> request.backupJobId(id)));
        return new Job(
                id,
                job.stateAsString(),
                Objects.requireNonNullElse(job.statusMessage(), ""),
                Objects.requireNonNullElse(job.recoveryPointArn(), ""));
    }

    public List<RecoveryPoint> recoveryPoints(String vault) {
        return Permissions.ask(
                "backup:ListRecoveryPointsByBackupVault",
                vault,
                () -> client
                        .listRecoveryPointsByBackupVaultPaginator(request -> request.backupVaultName(vault))
                        .recoveryPoints()
                        .stream()
                        .map(Vaults::read)
                        .toList());
    }

    /** The restores that were begun since then. */
    public List<Restore> restores(Instant since) {
        return Permissions.ask(
                "backup:ListRestoreJobs",
                "*",
                () -> client.listRestoreJobsPaginator(request -> request.byCreatedAfter(since)).restoreJobs().stream()
                        .map(Vaults::read)
                        .toList());
    }

    private static RecoveryPoint read(RecoveryPointByBackupVault point) {
        return new RecoveryPoint(
                point.recoveryPointArn(),
                point.resourceArn(),
                Objects.requireNonNullElse(point.resourceType(), ""),
                point.statusAsString(),
                point.creationDate(),
                Optional.ofNullable(point.backupSizeInBytes()).filter(bytes -> bytes > 0),
                Boolean.TRUE.equals(point.isEncrypted()));
    }

    private static Restore read(RestoreJobsListMember job) {
        return new Restore(
                Objects.requireNonNullElse(job.recoveryPointArn(), ""),
                job.statusAsString(),
                Objects.requireNonNullElse(job.validationStatusAsString(), ""),
                job.creationDate());
    }
}
