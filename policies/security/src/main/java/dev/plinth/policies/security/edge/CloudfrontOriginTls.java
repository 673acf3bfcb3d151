package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.VpcOrigin;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The CDN gets its answers by HTTPS, with a TLS that is not broken. */
final class CloudfrontOriginTls implements ResourceRule {
    private static final Set<String> BROKEN = Set.of("SSLv3", "TLSv1", "TLSv1.1");

    private static final Property<String> PROTOCOL =
            Distributions.CUSTOM_ORIGIN.fields().text("originProtocolPolicy");
    private static final Property<List<String>> VERSIONS =
            Distributions.CUSTOM_ORIGIN.fields().texts("originSslProtocols");

    private static final ResourceTypes INNER = ResourceTypes.of(VpcOrigin.class);
    private static final ObjectProperty<Properties> ENDPOINT = INNER.object("vpcOriginEndpointConfig");
    private static final Property<String> INNER_PROTOCOL = ENDPOINT.fields().text("originProtocolPolicy");
    private static final ObjectProperty<Properties> INNER_TLS =
            ENDPOINT.fields().object("originSslProtocols");
    private static final Property<List<String>> INNER_VERSIONS =
            INNER_TLS.fields().texts("items");

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(Distribution.class, VpcOrigin.class);
        return RuleInfo.mandatory("cloudfront-origin-tls", types, "A distribution asks its origins by HTTPS only")
                .controls(
                        AWS_FSBP.control("CloudFront.9"),
                        AWS_FSBP.control("CloudFront.10"),
                        CHECKOV.control("CKV2_AWS_72"),
                        CHECKOV.control("CKV2_AWS_54"))
                .why(
                        "What is safe between browser and CDN crosses the rest of the way in the clear, or as good as that.")
                .cure("set originProtocolPolicy to https-only and originSslProtocols to TLSv1.2");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        if (resource.is(INNER)) {
            return resource.get(ENDPOINT).map(CloudfrontOriginTls::checkInner).orElseGet(Judgement::kept);
        }
        return resource.each(
                Distributions.ORIGINS,
                origin -> origin.get(Distributions.CUSTOM_ORIGIN)
                        .map(config -> check(config, Distributions.originName(origin)))
                        .orElseGet(Judgement::kept));
    }

    private static Judgement check(Properties config, String origin) {
        return Judgement.all(
                () -> checkProtocol(config.get(PROTOCOL), "its origin " + origin),
                () -> checkVersions(config.get(VERSIONS), "its origin " + origin));
    }

    private static Judgement checkInner(Properties endpoint) {
        return Judgement.all(
                () -> checkProtocol(endpoint.get(INNER_PROTOCOL), "what is behind it"),
                () -> checkVersions(
                        endpoint.get(INNER_TLS).flatMap(tls -> tls.get(INNER_VERSIONS)), "what is behind it"));
    }

    private static Judgement checkProtocol(Optional<String> given, String origin) {
        String protocol = given.orElse("nothing");
        return Judgement.violatedIf(
                !protocol.equals("https-only"),
                "may ask %s by HTTP, as originProtocolPolicy is %s".formatted(origin, protocol));
    }

    private static Judgement checkVersions(Optional<List<String>> given, String origin) {
        List<String> broken =
                given.orElse(List.of()).stream().filter(BROKEN::contains).toList();
        return Judgement.violatedIf(!broken.isEmpty(), "may ask %s by %s".formatted(origin, String.join(", ", broken)));
    }
}
