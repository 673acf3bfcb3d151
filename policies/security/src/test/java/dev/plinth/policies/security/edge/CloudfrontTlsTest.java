package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsGeoRestrictionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionViewerCertificateArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CloudfrontTlsTest {
    private final PolicyTest rule = PolicyTest.of(new CloudfrontTls());
    private final TestResource cdn = TestResource.of(Distribution.class, "cdn");

    @Test
    void acceptsAModernTls() {
        assertThat(rule.violations(cdn(own("TLSv1.2_2021", "sni-only")))).isEmpty();
    }

    @Test
    void rejectsAnOldTls() {
        assertThat(rule.violations(cdn(own("TLSv1.1_2016", "sni-only"))))
                .containsExactly("cdn speaks TLSv1.1_2016 and newer, needs one of"
                        + " [TLSv1.2_2021, TLSv1.2_2025, TLSv1.3_2025]");
    }

    @Test
    void rejectsTheCertificateOfCloudfrontSaidOrUnsaid() {
        String finding = "cdn speaks any TLS from 1.0 on, as it has CloudFront's own certificate";

        assertThat(rule.violations(cdn(DistributionViewerCertificateArgs.builder()
                        .cloudfrontDefaultCertificate(true)
                        .minimumProtocolVersion("TLSv1"))))
                .containsExactly(finding);
        assertThat(rule.violations(cdn)).containsExactly(finding);
    }

    @Test
    void rejectsAddressesOfItsOwn() {
        assertThat(rule.violations(cdn(own("TLSv1.2_2021", "vip"))))
                .containsExactly("cdn pays for addresses of its own to serve clients without SNI,"
                        + " as sslSupportMethod is vip");
    }

    @Test
    void allowsTheVersionsThatAreConfigured() {
        assertThat(rule.configured("allowed", List.of("TLSv1.3_2025")).violations(cdn(own("TLSv1.2_2021", "sni-only"))))
                .containsExactly("cdn speaks TLSv1.2_2021 and newer, needs one of [TLSv1.3_2025]");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(cdn.unknown("viewerCertificate")))
                .containsExactly("cdn: viewerCertificate is not known before the deployment");
    }

    private TestResource cdn(DistributionViewerCertificateArgs.Builder certificate) {
        return TestResource.of(
                Distribution.class,
                "cdn",
                DistributionArgs.builder()
                        .enabled(true)
                        .origins(List.of())
                        .restrictions(DistributionRestrictionsArgs.builder()
                                .geoRestriction(DistributionRestrictionsGeoRestrictionArgs.builder()
                                        .restrictionType("none")
                                        .build())
                                .build())
                        .defaultCacheBehavior(DistributionDefaultCacheBehaviorArgs.builder()
                                .allowedMethods("GET")
                                .cachedMethods("GET")
                                .targetOriginId("site")
                                .viewerProtocolPolicy("https-only")
                                .build())
                        .viewerCertificate(certificate.build())
                        .build());
    }

    private static DistributionViewerCertificateArgs.Builder own(String version, String method) {
        return DistributionViewerCertificateArgs.builder()
                .acmCertificateArn("arn:certificate")
                .minimumProtocolVersion(version)
                .sslSupportMethod(method);
    }
}
