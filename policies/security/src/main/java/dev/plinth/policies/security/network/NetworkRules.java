package dev.plinth.policies.security.network;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about networks and machines, by name. */
public final class NetworkRules {
    private NetworkRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new DefaultSgClosed(),
                new EbsEncrypted(),
                new InstanceImdsHopLimit(),
                new InstanceImdsv2(),
                new InstanceNoPublicIp(),
                new NaclNoPublicAdminPorts(),
                new NoDefaultVpc(),
                new SgDescription(),
                new SgNoMixedRuleStyles(),
                new SgNoOpenEgress(),
                new SgNoPublicAdminPorts(),
                new SgNoPublicDataPorts(),
                new SgPublicPortsAllowList(),
                new SubnetNoAutoPublicIp(),
                new VpcFlowLogs());
    }
}
