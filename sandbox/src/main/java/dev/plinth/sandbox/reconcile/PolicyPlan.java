package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.proxy.Behaviour.Forwarding;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a behaviour's cache and origin request policies mean: what the origin sees, and whether answers are compressed. */
final class PolicyPlan {
    private static final Forwarding NOTHING = new Forwarding(false, false, false, false);
    private static final String NONE = "none";

    /** CloudFront's own origin request policies: Amazon CloudFront Developer Guide, managed origin request policies. */
    private static final Map<String, Forwarding> MANAGED = Map.of(
            "216adef6-5c7f-47e4-b989-5492eafa07d3", new Forwarding(true, true, true, true),
            "33f36d7e-f396-46d9-90e0-52428a34d9dc", new Forwarding(true, true, true, true),
            "b689b0a8-53d0-40ab-baf2-68738e2966ac", new Forwarding(false, true, true, true));
    /** CachingOptimized, whose cache key holds the accepted encodings. */
    private static final String OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";

    private final Snapshot snapshot;
    private final Properties behaviour;

    PolicyPlan(Snapshot snapshot, Properties behaviour) {
        this.snapshot = snapshot;
        this.behaviour = behaviour;
    }

    Forwarding forwarding() {
        var request = behaviour.text("originRequestPolicyId").orElse("");
        var fromRequest = Optional.ofNullable(MANAGED.get(request)).orElseGet(() -> declared(request));
        var fromCache = forwarding(cacheKey());
        return new Forwarding(
                fromRequest.host() || fromCache.host(),
                fromRequest.headers() || fromCache.headers(),
                fromRequest.cookies() || fromCache.cookies(),
                fromRequest.query() || fromCache.query());
    }

    boolean compressible() {
        return behaviour.text("cachePolicyId").filter(OPTIMIZED::equals).isPresent()
                || cacheKey().truth("enableAcceptEncodingGzip");
    }

    private Properties cacheKey() {
        return policy(
                        "aws:cloudfront/cachePolicy:CachePolicy",
                        behaviour.text("cachePolicyId").orElse(""))
                .map(policy -> policy.in("parametersInCacheKeyAndForwardedToOrigin"))
                .orElse(new Properties(Fields.EMPTY));
    }

    private Forwarding declared(String id) {
        return policy("aws:cloudfront/originRequestPolicy:OriginRequestPolicy", id)
                .map(PolicyPlan::forwarding)
                .orElse(NOTHING);
    }

    private Optional<Properties> policy(String token, String id) {
        return snapshot.ofType(token)
                .filter(policy -> policy.id().equals(id))
                .map(policy -> new Properties(policy.inputs()))
                .findFirst();
    }

    /** A list of headers, cookies or parameters counts as all of them, except that a list of headers must name the host. */
    private static Forwarding forwarding(Properties policy) {
        var headers = policy.in("headersConfig");
        var behaviour = headers.text("headerBehavior").orElse(NONE);
        boolean host = behaviour.startsWith("allViewer")
                || headers.in("headers").texts("items").stream().anyMatch("host"::equalsIgnoreCase);
        return new Forwarding(
                host && !behaviour.equals("allExcept"),
                !behaviour.equals(NONE),
                isSent(policy, "cookie"),
                isSent(policy, "queryString"));
    }

    private static boolean isSent(Properties policy, String what) {
        return Stream.of(policy.in(what + "sConfig"))
                .flatMap(config -> config.text(what + "Behavior").stream())
                .anyMatch(sent -> !sent.equals(NONE));
    }
}
