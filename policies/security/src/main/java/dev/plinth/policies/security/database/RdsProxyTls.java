package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;

import com.pulumi.aws.rds.Proxy;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A proxy turns away a client that does not speak TLS, as the database behind it does. */
final class RdsProxyTls implements RemediatingRule {
    private static final ResourceTypes PROXIES = ResourceTypes.of(Proxy.class);
    private static final Property<Boolean> REQUIRED = PROXIES.flag("requireTls");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("rds-proxy-tls", PROXIES, "A database's proxy accepts TLS connections only")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("RDS.43"))
                .why("Without TLS, passwords and rows cross the network between the app and the proxy in the clear.")
                .cure("set requireTls to true");
    }

    @Override
    public Judgement check(Resource proxy, Context context) {
        return Judgement.violatedIf(!isRequired(proxy), "lets clients in without TLS, as requireTls is not true");
    }

    @Override
    public Patch remedy(Resource proxy, Context context) {
        return isRequired(proxy) ? Patch.NONE : Patch.put(REQUIRED, true);
    }

    private static boolean isRequired(Resource proxy) {
        return proxy.get(REQUIRED).orElse(false);
    }
}
