package dev.plinth.infra.database;

import com.pulumi.aws.rds.InstanceAutomatedBackupsReplication;
import com.pulumi.aws.rds.InstanceAutomatedBackupsReplicationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;

/** Copies the automated backups into the recovery region, so that any second can be restored there too. */
final class RecoveryCopies {
    private RecoveryCopies() {}

    static void of(String name, Output<String> primaryArn, DatabaseArgs args, Resource parent, Scope scope) {
        int days = args.spec().retention().backupDays();
        if (days == 0) {
            // Then there is nothing to copy, which is for the backup pack to judge.
            return;
        }
        new InstanceAutomatedBackupsReplication(
                name + "-recovery",
                InstanceAutomatedBackupsReplicationArgs.builder()
                        .sourceDbInstanceArn(primaryArn)
                        .kmsKeyId(args.keys().recovery())
                        .retentionPeriod(days)
                        .build(),
                scope.keepingIn(Place.RECOVERY, parent));
    }
}
