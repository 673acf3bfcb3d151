package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.acm.Certificate;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A certificate has a key that nobody breaks, and is found in the public logs of certificates. */
final class AcmKeyAlgorithm implements ResourceRule {
    private static final ResourceTypes CERTIFICATES = ResourceTypes.of(Certificate.class);
    private static final Property<String> ALGORITHM = CERTIFICATES.text("keyAlgorithm");
    private static final ObjectProperty<Properties> OPTIONS = CERTIFICATES.object("options");
    private static final Property<String> TRANSPARENCY =
            OPTIONS.fields().text("certificateTransparencyLoggingPreference");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "acm-key-algorithm", CERTIFICATES, "A certificate has a strong key and is logged publicly")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("ACM.2"), CHECKOV.control("CKV_AWS_234"))
                .why("A short key can be broken. What is not in the public logs browsers do not trust, and nobody sees"
                        + " when a certificate was issued to somebody else.")
                .cure("leave keyAlgorithm RSA_2048 or an elliptic curve, and certificateTransparencyLoggingPreference"
                        + " ENABLED");
    }

    @Override
    public Judgement check(Resource certificate, Context context) {
        return Judgement.all(
                () -> Judgement.violatedIf(
                        certificate.get(ALGORITHM).orElse("").equals("RSA_1024"),
                        "has a key of 1024 bits, needs 2048 or an elliptic curve"),
                () -> Judgement.violatedIf(isHidden(certificate), "is kept out of the public logs of certificates"));
    }

    private static boolean isHidden(Resource certificate) {
        return certificate
                .get(OPTIONS)
                .flatMap(options -> options.get(TRANSPARENCY))
                .filter("DISABLED"::equals)
                .isPresent();
    }
}
