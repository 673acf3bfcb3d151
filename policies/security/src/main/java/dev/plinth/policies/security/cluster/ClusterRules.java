package dev.plinth.policies.security.cluster;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about kubernetes clusters and the registries of their images, by name. */
public final class ClusterRules {
    private ClusterRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new EcrImmutableTags(),
                new EcrKms(),
                new EcrLifecycle(),
                new EcrPolicyNotPublic(),
                new EcrScanOnPush(),
                new EksAccessEntries(),
                new EksAuditLogs(),
                new EksEndpointRestricted(),
                new EksNodesNoOpenSsh(),
                new EksSecretsEncryption(),
                new EksSupportedVersion());
    }
}
