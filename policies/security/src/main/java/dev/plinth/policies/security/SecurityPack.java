package dev.plinth.policies.security;

import dev.plinth.policies.security.audit.AuditRules;
import dev.plinth.policies.security.cluster.ClusterRules;
import dev.plinth.policies.security.database.DatabaseRules;
import dev.plinth.policies.security.edge.EdgeRules;
import dev.plinth.policies.security.identity.IdentityRules;
import dev.plinth.policies.security.network.NetworkRules;
import dev.plinth.policies.security.storage.StorageRules;
import dev.plinth.policies.security.workload.WorkloadRules;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.PolicyPackSource;
import dev.plinth.policy.Rule;
import dev.plinth.policy.analyzer.PolicyServer;
import java.util.List;
import java.util.stream.Stream;

/** What a security reviewer asks of every environment. */
public final class SecurityPack implements PolicyPackSource {
    /** For those who look for packs on the class path. */
    public SecurityPack() {}

    @Override
    public PolicyPack policyPack() {
        return pack();
    }

    /** The pack with all its rules. */
    public static PolicyPack pack() {
        return new PolicyPack(
                "plinth-security", "0.1.0", "What a security reviewer asks of every environment", rules());
    }

    private static List<Rule> rules() {
        return Stream.of(
                        AuditRules.all(),
                        ClusterRules.all(),
                        DatabaseRules.all(),
                        EdgeRules.all(),
                        IdentityRules.all(),
                        NetworkRules.all(),
                        StorageRules.all(),
                        WorkloadRules.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Serves the pack to the Pulumi engine. */
    public static void main(String[] args) {
        PolicyServer.serve(args, SecurityPack::pack);
    }
}
