package dev.plinth.policies.backup;

import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.analyzer.PolicyServer;
import java.util.List;

/** What it takes to get the data back. */
public final class BackupPack {
    private BackupPack() {}

    /** The pack with all its rules. */
    public static PolicyPack pack() {
        return new PolicyPack(
                "plinth-backup",
                "0.1.0",
                "What it takes to get the data back",
                List.of(new RdsBackupRetention(), new RdsFinalSnapshot(), new RdsSecondCopy(), new RedisSnapshots()));
    }

    /** Serves the pack to the Pulumi engine. */
    public static void main(String[] args) {
        PolicyServer.serve(args, BackupPack::pack);
    }
}
