package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;
import java.util.Optional;

/** The CDN speaks to browsers by a TLS that is not broken, under a name of its own. */
final class CloudfrontTls implements ResourceRule {
    record Versions(
            @Described("the values of minimumProtocolVersion that are good enough")
            List<String> allowed) {}

    private static final RuleConfig<Versions> VERSIONS =
            RuleConfig.of(new Versions(List.of("TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025")));

    private static final ObjectProperty<Properties> CERTIFICATE = Distributions.TYPES.object("viewerCertificate");
    private static final Property<Boolean> CLOUDFRONTS_OWN =
            CERTIFICATE.fields().flag("cloudfrontDefaultCertificate");
    private static final Property<String> VERSION = CERTIFICATE.fields().text("minimumProtocolVersion");
    private static final Property<String> METHOD = CERTIFICATE.fields().text("sslSupportMethod");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("cloudfront-tls", Distributions.TYPES, "A distribution speaks TLS 1.2 or newer")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("CloudFront.7"),
                        AWS_FSBP.control("CloudFront.8"),
                        AWS_FSBP.control("CloudFront.15"),
                        CHECKOV.control("CKV_AWS_174"),
                        CHECKOV.control("CKV2_AWS_42"),
                        TRIVY.control("AWS-0013"))
                .why("Old versions of TLS are broken; with CloudFront's own certificate nobody can turn them off.")
                .cure("set viewerCertificate with a certificate of your own, sslSupportMethod sni-only and"
                        + " minimumProtocolVersion TLSv1.2_2021")
                .config(VERSIONS);
    }

    @Override
    public Judgement check(Resource distribution, Context context) {
        Optional<Properties> given = distribution.get(CERTIFICATE);
        if (given.flatMap(certificate -> certificate.get(CLOUDFRONTS_OWN)).orElse(given.isEmpty())) {
            return Judgement.violated("speaks any TLS from 1.0 on, as it has CloudFront's own certificate");
        }
        Properties certificate = given.orElseThrow();
        return Judgement.all(
                () -> checkVersion(certificate, context.get(VERSIONS).allowed()),
                () -> Judgement.violatedIf(
                        certificate.get(METHOD).orElse("").equals("vip"),
                        "pays for addresses of its own to serve clients without SNI, as sslSupportMethod is vip"));
    }

    private static Judgement checkVersion(Properties certificate, List<String> allowed) {
        // What is not set is the oldest.
        String version = certificate.get(VERSION).orElse("TLSv1");
        return Judgement.violatedIf(
                !allowed.contains(version), "speaks %s and newer, needs one of %s".formatted(version, allowed));
    }
}
