package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginS3OriginConfigArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsGeoRestrictionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionViewerCertificateArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudfrontS3OriginOacTest {
    private final PolicyTest rule = PolicyTest.of(new CloudfrontS3OriginOac());

    @Test
    void acceptsSignedRequests() {
        assertThat(rule.violations(
                        cdn(bucket("site.s3.eu-central-1.amazonaws.com").originAccessControlId("signed"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site.s3.amazonaws.com",
                "site.s3.eu-central-1.amazonaws.com",
                "site.s3-eu-west-1.amazonaws.com",
                "site.s3.dualstack.eu-west-1.amazonaws.com",
                "site.s3.cn-north-1.amazonaws.com.cn",
            })
    void rejectsUnsignedRequestsForABucket(String host) {
        assertThat(rule.violations(cdn(bucket(host))))
                .containsExactly("cdn asks the bucket of its origin site unsigned");
    }

    @Test
    void rejectsTheOldIdentity() {
        var origin = bucket("files.example.com")
                .s3OriginConfig(DistributionOriginS3OriginConfigArgs.builder()
                        .originAccessIdentity("origin-access-identity/cloudfront/E1")
                        .build());

        assertThat(rule.violations(cdn(origin))).hasSize(1);
    }

    @Test
    void acceptsOriginsThatAreNoBuckets() {
        assertThat(rule.violations(cdn(bucket("s3.amazonaws.com.example.com")))).isEmpty();
        assertThat(rule.violations(cdn(bucket("web.eu-central-1.elb.amazonaws.com"))))
                .isEmpty();
    }

    @Test
    void decidesAsSoonAsItKnowsHowTheOriginIsAsked() {
        var signed = Map.of("domainName", new Value.Unknown(), "originAccessControlId", new Value.Unknown());
        var inner = Map.of("domainName", new Value.Unknown(), "vpcOriginConfig", Map.of());
        var cdn = TestResource.of(Distribution.class, "cdn").with("origins", List.of(signed, inner));

        assertThat(rule.undecided(cdn)).isEmpty();
        assertThat(rule.violations(cdn)).isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        var origin = Map.of("originId", "site", "domainName", new Value.Unknown());

        assertThat(rule.undecided(TestResource.of(Distribution.class, "cdn").with("origins", List.of(origin))))
                .containsExactly("cdn: domainName is not known before the deployment");
    }

    private static TestResource cdn(DistributionOriginArgs.Builder origin) {
        return TestResource.of(
                Distribution.class,
                "cdn",
                DistributionArgs.builder()
                        .enabled(true)
                        .origins(origin.build())
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
                        .viewerCertificate(
                                DistributionViewerCertificateArgs.builder().build())
                        .build());
    }

    private static DistributionOriginArgs.Builder bucket(String host) {
        return DistributionOriginArgs.builder().originId("site").domainName(host);
    }
}
