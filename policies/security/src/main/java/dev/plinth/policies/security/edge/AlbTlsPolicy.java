package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;
import java.util.Set;

/** A listener speaks no TLS that is broken or lets recorded traffic be read later. */
final class AlbTlsPolicy implements RemediatingRule {
    record Policies(
            @Described("beginnings of the names of security policies that are good enough")
            List<String> allowed,

            @Described("the security policy that a remedy sets, one of the allowed")
            String remedy) {}

    /** Those with forward secrecy only; AWS adds to their names when it makes newer ones. */
    private static final RuleConfig<Policies> POLICIES = RuleConfig.of(new Policies(
            List.of(
                    "ELBSecurityPolicy-TLS13-1-3-",
                    "ELBSecurityPolicy-TLS13-1-2-2021-06",
                    "ELBSecurityPolicy-TLS13-1-2-FIPS-",
                    "ELBSecurityPolicy-TLS13-1-2-PQ-",
                    "ELBSecurityPolicy-TLS13-1-2-Res-"),
            "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"));

    private static final Set<String> ENCRYPTED = Set.of("HTTPS", "TLS");
    private static final Property<String> POLICY = LoadBalancers.LISTENERS.text("sslPolicy");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "alb-tls-policy",
                        LoadBalancers.LISTENERS,
                        "A listener speaks TLS 1.2 or newer, with forward secrecy")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("ELB.17"),
                        CHECKOV.control("CKV_AWS_103"),
                        CHECKOV.control("CKV2_AWS_74"),
                        TRIVY.control("AWS-0047"))
                .why(
                        "Old versions of TLS are broken; without forward secrecy, whoever gets the key later reads what was"
                                + " recorded before.")
                .cure("set sslPolicy to a policy that starts with ELBSecurityPolicy-TLS13-1-2-Res-")
                .config(POLICIES);
    }

    @Override
    public Judgement check(Resource listener, Context context) {
        if (!isEncrypted(listener)) {
            return Judgement.notApplicable("is about listeners for HTTPS and TLS");
        }
        Policies policies = context.get(POLICIES);
        return listener.get(POLICY)
                .map(policy -> Judgement.violatedIf(
                        !isAllowed(policy, policies), "speaks TLS by %s, which is not allowed".formatted(policy)))
                .orElseGet(() -> Judgement.violated("speaks TLS as AWS did in 2016, as sslPolicy is not set"));
    }

    @Override
    public Patch remedy(Resource listener, Context context) {
        Policies policies = context.get(POLICIES);
        boolean kept = !isEncrypted(listener)
                || listener.get(POLICY)
                        .filter(policy -> isAllowed(policy, policies))
                        .isPresent();
        return kept ? Patch.NONE : Patch.put(POLICY, policies.remedy());
    }

    private static boolean isEncrypted(Resource listener) {
        return ENCRYPTED.contains(listener.get(LoadBalancers.PROTOCOL).orElse(""));
    }

    private static boolean isAllowed(String policy, Policies policies) {
        return policies.allowed().stream().anyMatch(policy::startsWith);
    }
}
