package dev.plinth.policies.backup;

import dev.plinth.policies.backup.database.DatabaseRules;
import dev.plinth.policies.backup.recovery.RecoveryRules;
import dev.plinth.policies.backup.resilience.ResilienceRules;
import dev.plinth.policies.backup.storage.StorageRules;
import dev.plinth.policies.backup.workload.WorkloadRules;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.PolicyPackSource;
import dev.plinth.policy.Rule;
import dev.plinth.policy.analyzer.PolicyServer;
import java.util.List;
import java.util.stream.Stream;

/** What it takes to get the data back. */
public final class BackupPack implements PolicyPackSource {
    /** For those who look for packs on the class path. */
    public BackupPack() {}

    @Override
    public PolicyPack policyPack() {
        return pack();
    }

    /** The pack with all its rules. */
    public static PolicyPack pack() {
        return new PolicyPack("plinth-backup", "0.1.0", "What it takes to get the data back", rules());
    }

    private static List<Rule> rules() {
        return Stream.of(
                        DatabaseRules.all(),
                        RecoveryRules.all(),
                        ResilienceRules.all(),
                        StorageRules.all(),
                        WorkloadRules.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Serves the pack to the Pulumi engine. */
    public static void main(String[] args) {
        PolicyServer.serve(args, BackupPack::pack);
    }
}
