package dev.plinth.policies.security;

import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.analyzer.PolicyServer;
import java.util.List;

/** What a security reviewer asks of every environment. */
public final class SecurityPack {
    private SecurityPack() {}

    /** The pack with all its rules. */
    public static PolicyPack pack() {
        return new PolicyPack(
                "plinth-security",
                "0.1.0",
                "What a security reviewer asks of every environment",
                List.of(new RdsForceTls(), new RdsNoPublicAccess(), new RdsStorageEncrypted()));
    }

    /** Serves the pack to the Pulumi engine. */
    public static void main(String[] args) {
        PolicyServer.serve(args, SecurityPack::pack);
    }
}
