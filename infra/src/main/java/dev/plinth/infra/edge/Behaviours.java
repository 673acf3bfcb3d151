package dev.plinth.infra.edge;

import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorFunctionAssociationArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorFunctionAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;

/** What the CDN does with a request, by its path. */
final class Behaviours extends ComponentResource {
    private static final String REDIRECT = "redirect-to-https";
    private static final String BEFORE_ALL = "viewer-request";
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
    private static final List<String> ALL = List.of("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE");
    private static final List<String> CACHED = List.of("GET", "HEAD");

    /** AWS's CachingDisabled (CloudFront Developer Guide, managed cache policies). */
    private static final String NO_CACHE = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    /** AWS's AllViewer: headers, the host among them, cookies and query (the same, managed origin request policies). */
    private static final String EVERYTHING_ON = "216adef6-5c7f-47e4-b989-5492eafa07d3";

    private final Output<String> routerArn;
    private final HeaderPolicies headers;
    private final CachePolicies caches;

    Behaviours(String name, Hsts hsts, Output<String> routerArn, Scope scope) {
        super("plinth:edge:Behaviours", name, scope.options());
        this.routerArn = routerArn;
        this.headers = new HeaderPolicies(name, hsts, scope.within(this));
        this.caches = new CachePolicies(name, scope.within(this));
        registerOutputs(Map.of());
    }

    /** Paths that are no pages of the site; the first that fits counts. */
    List<DistributionOrderedCacheBehaviorArgs> special() {
        return List.of(
                api("/api/*", ALL, headers.api()),
                api("/api-docs*", READING, headers.docs()),
                api("/openapi*", READING, headers.api()),
                // The library's own pages, with a form to sign in.
                api("/catalogue*", ALL, headers.site()),
                // What an error means, and the keys that tokens are signed with.
                api("/problems/*", READING, headers.site()),
                api("/.well-known/jwks.json", READING, headers.api()),
                assets());
    }

    /** The pages of the site. */
    DistributionDefaultCacheBehaviorArgs usual() {
        return DistributionDefaultCacheBehaviorArgs.builder()
                .targetOriginId(Origins.SITE)
                .viewerProtocolPolicy(REDIRECT)
                .allowedMethods(READING)
                .cachedMethods(CACHED)
                .compress(true)
                .cachePolicyId(caches.pages())
                .responseHeadersPolicyId(headers.site())
                .functionAssociations(DistributionDefaultCacheBehaviorFunctionAssociationArgs.builder()
                        .eventType(BEFORE_ALL)
                        .functionArn(routerArn)
                        .build())
                .build();
    }

    private static DistributionOrderedCacheBehaviorArgs api(
            String paths, List<String> methods, Output<String> headersId) {
        return DistributionOrderedCacheBehaviorArgs.builder()
                .pathPattern(paths)
                .targetOriginId(Origins.API)
                .viewerProtocolPolicy(REDIRECT)
                .allowedMethods(methods)
                .cachedMethods(CACHED)
                // CloudFront compresses only what it may cache; the API does it itself.
                .compress(false)
                .cachePolicyId(NO_CACHE)
                .originRequestPolicyId(EVERYTHING_ON)
                .responseHeadersPolicyId(headersId)
                .build();
    }

    /** Files whose names change with their content. */
    private DistributionOrderedCacheBehaviorArgs assets() {
        return DistributionOrderedCacheBehaviorArgs.builder()
                .pathPattern("/assets/*")
                .targetOriginId(Origins.SITE)
                .viewerProtocolPolicy(REDIRECT)
                .allowedMethods(READING)
                .cachedMethods(CACHED)
                .compress(true)
                .cachePolicyId(caches.assets())
                .responseHeadersPolicyId(headers.site())
                .functionAssociations(DistributionOrderedCacheBehaviorFunctionAssociationArgs.builder()
                        .eventType(BEFORE_ALL)
                        .functionArn(routerArn)
                        .build())
                .build();
    }
}
