package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.proxy.Behaviour.ResponseHeader;
import dev.plinth.sandbox.value.Properties;
import java.util.ArrayList;
import java.util.List;

/** The headers that a response headers policy gives to answers. */
final class HeaderPlan {
    private static final String OVERRIDE = "override";

    /** CloudFront's SecurityHeadersPolicy: Amazon CloudFront Developer Guide, managed response headers policies. */
    private static final String MANAGED = "67f7725c-6f97-4210-82d7-5512b31e9d03";

    private static final List<ResponseHeader> MANAGED_HEADERS = List.of(
            new ResponseHeader("Referrer-Policy", "strict-origin-when-cross-origin", false),
            new ResponseHeader("Strict-Transport-Security", "max-age=31536000", false),
            new ResponseHeader("X-Content-Type-Options", "nosniff", true),
            new ResponseHeader("X-Frame-Options", "SAMEORIGIN", false),
            new ResponseHeader("X-XSS-Protection", "1; mode=block", false));

    private HeaderPlan() {}

    static List<ResponseHeader> of(Snapshot snapshot, String policyId) {
        return policyId.equals(MANAGED)
                ? MANAGED_HEADERS
                : snapshot.ofType("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy")
                        .filter(policy -> policy.id().equals(policyId))
                        .map(policy -> headers(new Properties(policy.inputs())))
                        .findFirst()
                        .orElse(List.of());
    }

    private static List<ResponseHeader> headers(Properties policy) {
        var headers = new ArrayList<ResponseHeader>();
        var security = policy.in("securityHeadersConfig");
        add(headers, security.in("contentSecurityPolicy"), "Content-Security-Policy", "contentSecurityPolicy");
        add(headers, security.in("frameOptions"), "X-Frame-Options", "frameOption");
        add(headers, security.in("referrerPolicy"), "Referrer-Policy", "referrerPolicy");
        if (security.has("contentTypeOptions")) {
            boolean always = security.in("contentTypeOptions").truth(OVERRIDE);
            headers.add(new ResponseHeader("X-Content-Type-Options", "nosniff", always));
        }
        if (security.has("strictTransportSecurity")) {
            headers.add(transport(security.in("strictTransportSecurity")));
        }
        policy.in("customHeadersConfig")
                .each("items")
                .forEach(item -> item.text("header").ifPresent(name -> add(headers, item, name, "value")));
        policy.in("removeHeadersConfig")
                .each("items")
                .forEach(
                        item -> item.text("header").ifPresent(name -> headers.add(new ResponseHeader(name, "", true))));
        return List.copyOf(headers);
    }

    private static void add(List<ResponseHeader> headers, Properties config, String header, String property) {
        config.text(property)
                .ifPresent(value -> headers.add(new ResponseHeader(header, value, config.truth(OVERRIDE))));
    }

    private static ResponseHeader transport(Properties config) {
        var value = "max-age=" + config.whole("accessControlMaxAgeSec").orElse(0)
                + (config.truth("includeSubdomains") ? "; includeSubDomains" : "")
                + (config.truth("preload") ? "; preload" : "");
        return new ResponseHeader("Strict-Transport-Security", value, config.truth(OVERRIDE));
    }
}
