package dev.plinth.policies.security.edge;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about the way in, by name. */
public final class EdgeRules {
    private EdgeRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new AcmKeyAlgorithm(),
                new AcmNoWildcard(),
                new AlbAccessLogs(),
                new AlbDesyncMode(),
                new AlbDropInvalidHeaders(),
                new AlbHttpRedirect(),
                new AlbPublicAllowList(),
                new AlbTlsPolicy(),
                new AlbWaf(),
                new CloudfrontHttpsOnly(),
                new CloudfrontLogging(),
                new CloudfrontOriginTls(),
                new CloudfrontRootAndHeaders(),
                new CloudfrontS3OriginOac(),
                new CloudfrontTls(),
                new CloudfrontWaf(),
                new NlbListenerTls(),
                new Route53Dnssec(),
                new Route53QueryLog(),
                new Route53TransferLock(),
                new WafHasRules(),
                new WafKnownBadInputs(),
                new WafLogging(),
                new WafMetrics());
    }
}
