package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.VpcOrigin;
import com.pulumi.aws.cloudfront.VpcOriginArgs;
import com.pulumi.aws.cloudfront.inputs.VpcOriginVpcOriginEndpointConfigArgs;
import com.pulumi.aws.cloudfront.inputs.VpcOriginVpcOriginEndpointConfigOriginSslProtocolsArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CloudfrontOriginTlsTest {
    private final PolicyTest rule = PolicyTest.of(new CloudfrontOriginTls());

    @Test
    void acceptsHttpsWithAModernTls() {
        assertThat(rule.violations(cdn("https-only", "TLSv1.2"), inner("https-only", "TLSv1.2")))
                .isEmpty();
    }

    @Test
    void acceptsAnOriginThatIsABucket() {
        var bucket = Map.of("originId", "site", "domainName", "site.s3.amazonaws.com");

        assertThat(rule.violations(TestResource.of(Distribution.class, "cdn").with("origins", List.of(bucket))))
                .isEmpty();
    }

    @Test
    void rejectsHttp() {
        assertThat(rule.violations(cdn("match-viewer", "TLSv1.2")))
                .containsExactly("cdn may ask its origin api by HTTP, as originProtocolPolicy is match-viewer");
        assertThat(rule.violations(inner("http-only", "TLSv1.2")))
                .containsExactly("inner may ask what is behind it by HTTP, as originProtocolPolicy is http-only");
    }

    @Test
    void rejectsAnOldTls() {
        assertThat(rule.violations(cdn("https-only", "TLSv1.1", "TLSv1.2")))
                .containsExactly("cdn may ask its origin api by TLSv1.1");
        assertThat(rule.violations(inner("https-only", "SSLv3"))).hasSize(1);
    }

    @Test
    void tellsOfOneOriginWhileAnotherIsNotKnown() {
        var known = Map.of("originId", "api", "customOriginConfig", config("http-only", "TLSv1.2"));
        var unknown = Map.of("originId", "other", "customOriginConfig", new Value.Unknown());
        var cdn = TestResource.of(Distribution.class, "cdn").with("origins", List.of(unknown, known));

        assertThat(rule.violations(cdn)).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(TestResource.of(Distribution.class, "cdn").unknown("origins")))
                .containsExactly("cdn: origins is not known before the deployment");
    }

    private static TestResource cdn(String protocol, String... versions) {
        return TestResource.of(Distribution.class, "cdn")
                .with("origins", List.of(Map.of("originId", "api", "customOriginConfig", config(protocol, versions))));
    }

    private static Map<String, Object> config(String protocol, String... versions) {
        return Map.of("originProtocolPolicy", protocol, "originSslProtocols", List.of(versions));
    }

    private static TestResource inner(String protocol, String version) {
        return TestResource.of(
                VpcOrigin.class,
                "inner",
                VpcOriginArgs.builder()
                        .vpcOriginEndpointConfig(VpcOriginVpcOriginEndpointConfigArgs.builder()
                                .arn("arn:web")
                                .name("inner")
                                .httpPort(80)
                                .httpsPort(443)
                                .originProtocolPolicy(protocol)
                                .originSslProtocols(VpcOriginVpcOriginEndpointConfigOriginSslProtocolsArgs.builder()
                                        .items(version)
                                        .quantity(1)
                                        .build())
                                .build())
                        .build());
    }
}
