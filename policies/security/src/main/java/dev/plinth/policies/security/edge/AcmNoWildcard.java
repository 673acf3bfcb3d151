package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.acm.Certificate;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** A certificate is good for the names that are in use, and not for every one that somebody may make up. */
final class AcmNoWildcard implements ResourceRule {
    private static final ResourceTypes CERTIFICATES = ResourceTypes.of(Certificate.class);
    private static final Property<String> NAME = CERTIFICATES.text("domainName");
    private static final Property<List<String>> OTHER_NAMES = CERTIFICATES.texts("subjectAlternativeNames");

    @Override
    public RuleInfo info() {
        return RuleInfo.disabled("acm-no-wildcard", CERTIFICATES, "A certificate names its hosts one by one")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV2_AWS_71"))
                .why("Whoever gets the key of a wildcard certificate can pass for any host of the domain.")
                .cure("name the hosts in domainName and subjectAlternativeNames");
    }

    @Override
    public Judgement check(Resource certificate, Context context) {
        return Judgement.all(
                () -> certificate.get(NAME).map(AcmNoWildcard::check).orElseGet(Judgement::kept),
                () -> Judgement.each(certificate.get(OTHER_NAMES).orElse(List.of()), AcmNoWildcard::check));
    }

    private static Judgement check(String name) {
        return Judgement.violatedIf(name.startsWith("*."), "is good for every host of " + name);
    }
}
