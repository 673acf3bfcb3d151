package dev.plinth.infra.edge;

import com.pulumi.aws.cloudfront.ResponseHeadersPolicy;
import com.pulumi.aws.cloudfront.ResponseHeadersPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicyCustomHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicyCustomHeadersConfigItemArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What browsers may do with the answers, said by the CDN whatever the origin says. */
final class HeaderPolicies extends ComponentResource {
    private static final Header NO_DEVICES = new Header(
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
            true);
    private static final Header ALONE = new Header("Cross-Origin-Opener-Policy", "same-origin", true);
    /**
     * Browsers ask whether a page is still the same. What may be kept says so itself: where a file is missing, nothing
     * shall claim that it will be so for a year.
     */
    private static final Header ASK_AGAIN = new Header("Cache-Control", "no-cache", false);

    private final Hsts hsts;
    private final Scope scope;
    private final Output<String> site;
    private final Output<String> docs;
    private final Output<String> api;

    HeaderPolicies(String name, Hsts hsts, Scope scope) {
        super("plinth:edge:HeaderPolicies", name, scope.options());
        this.hsts = hsts;
        this.scope = scope;
        this.site = policy(name + "-site", ContentPolicy.SITE, List.of(ASK_AGAIN));
        this.docs = policy(name + "-docs", ContentPolicy.DOCS, List.of());
        this.api = policy(name + "-api", ContentPolicy.DATA, List.of());
        registerOutputs(Map.of());
    }

    Output<String> site() {
        return site;
    }

    Output<String> docs() {
        return docs;
    }

    Output<String> api() {
        return api;
    }

    private Output<String> policy(String name, String contentPolicy, List<Header> others) {
        var headers = Stream.concat(Stream.of(NO_DEVICES, ALONE), others.stream())
                .map(Header::args)
                .toList();
        var args = ResponseHeadersPolicyArgs.builder()
                .name(scope.title(name))
                .comment("Of " + scope.environment())
                .securityHeadersConfig(security(contentPolicy))
                .customHeadersConfig(ResponseHeadersPolicyCustomHeadersConfigArgs.builder()
                        .items(headers)
                        .build())
                .build();
        return new ResponseHeadersPolicy(name, args, scope.child(this)).id();
    }

    private ResponseHeadersPolicySecurityHeadersConfigArgs security(String contentPolicy) {
        return ResponseHeadersPolicySecurityHeadersConfigArgs.builder()
                .strictTransportSecurity(ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs.builder()
                        .accessControlMaxAgeSec(Hsts.SECONDS)
                        .includeSubdomains(hsts.wholeDomain())
                        .preload(hsts.wholeDomain())
                        .override(true)
                        .build())
                .contentSecurityPolicy(ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs.builder()
                        .contentSecurityPolicy(contentPolicy)
                        .override(true)
                        .build())
                .contentTypeOptions(ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs.builder()
                        .override(true)
                        .build())
                .frameOptions(ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs.builder()
                        .frameOption("DENY")
                        .override(true)
                        .build())
                .referrerPolicy(ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs.builder()
                        .referrerPolicy("strict-origin-when-cross-origin")
                        .override(true)
                        .build())
                .build();
    }

    /**
     * A header by name.
     *
     * @param always also where the origin says something else
     */
    private record Header(String name, String value, boolean always) {

        ResponseHeadersPolicyCustomHeadersConfigItemArgs args() {
            return ResponseHeadersPolicyCustomHeadersConfigItemArgs.builder()
                    .header(name)
                    .value(value)
                    .override(always)
                    .build();
        }
    }
}
