package dev.plinth.infra.edge;

import com.pulumi.aws.cloudfront.CachePolicy;
import com.pulumi.aws.cloudfront.CachePolicyArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginCookiesConfigArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginQueryStringsConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/**
 * How long the CDN keeps the site's files. Nothing but the path tells them apart, and the path holds the release: so no
 * release ever meets the files of another one, and nothing needs to be thrown out when one goes live.
 */
final class CachePolicies extends ComponentResource {
    private static final int NONE = 0;
    private static final int FIVE_MINUTES = 300;
    private static final int DAY = 86_400;
    private static final int YEAR = 31_536_000;

    private final Output<String> pages;
    private final Output<String> assets;

    CachePolicies(String name, Scope scope) {
        super("plinth:edge:CachePolicies", name, scope.options());
        this.pages = policy(name + "-pages", "Pages of the site", new Ttl(NONE, FIVE_MINUTES, DAY), scope);
        this.assets = policy(name + "-assets", "Files named by their content", new Ttl(DAY, YEAR, YEAR), scope);
        registerOutputs(Map.of());
    }

    Output<String> pages() {
        return pages;
    }

    Output<String> assets() {
        return assets;
    }

    private Output<String> policy(String name, String comment, Ttl ttl, Scope scope) {
        var args = CachePolicyArgs.builder()
                .name(scope.title(name))
                .comment(comment)
                .minTtl(ttl.min())
                .defaultTtl(ttl.usual())
                .maxTtl(ttl.max())
                .parametersInCacheKeyAndForwardedToOrigin(byPathAlone())
                .build();
        return new CachePolicy(name, args, scope.child(this)).id();
    }

    private static CachePolicyParametersInCacheKeyAndForwardedToOriginArgs byPathAlone() {
        return CachePolicyParametersInCacheKeyAndForwardedToOriginArgs.builder()
                .enableAcceptEncodingBrotli(true)
                .enableAcceptEncodingGzip(true)
                .cookiesConfig(CachePolicyParametersInCacheKeyAndForwardedToOriginCookiesConfigArgs.builder()
                        .cookieBehavior("none")
                        .build())
                .headersConfig(CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigArgs.builder()
                        .headerBehavior("none")
                        .build())
                .queryStringsConfig(CachePolicyParametersInCacheKeyAndForwardedToOriginQueryStringsConfigArgs.builder()
                        .queryStringBehavior("none")
                        .build())
                .build();
    }

    /**
     * How long an answer is kept, in seconds.
     *
     * @param usual when the file does not say it
     */
    private record Ttl(int min, int usual, int max) {}
}
