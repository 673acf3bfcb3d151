package dev.plinth.ops.cloud;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.RecoveryPointByBackupVault;
import software.amazon.awssdk.services.backup.model.RestoreJobsListMember;

/** Vaults of AWS Backup: their recovery points, and the restores that tested them. */
public final class Vaults {
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
