package dev.plinth.sandbox;

import static dev.plinth.sandbox.RunningCloud.outputs;

import dev.plinth.sandbox.EngineClient.Known;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Map;

/** A small edge as a program declares it: a site in two buckets, an API behind an internal load balancer, a firewall. */
final class EdgeOfTest {
    private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";
    private static final String NO_CACHE = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
    private static final List<String> ALL = List.of("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE");
    static final String BUCKET = "site-bucket";
    static final String REPLICA = "site-replica";
    static final int LIMIT = 10;

    private final RunningCloud cloud;
    private final Known bucket;
    private final Known replica;
    private final Known access;
    private final Known cachePolicy;
    private final Known headers;
    private final Known firewall;
    private final Known vpcOrigin;
    private final Known group;
    private Known listener;
    private final Known balancer;
    private final Known function;

    EdgeOfTest(RunningCloud cloud, String certificateDomain, Endpoint api) {
        this.cloud = cloud;
        this.bucket = cloud.create("aws:s3/bucketV2:BucketV2", BUCKET, "bucket", BUCKET);
        this.replica = cloud.create("aws:s3/bucketV2:BucketV2", REPLICA, "bucket", REPLICA);
        cloud.create(
                "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
                "replication",
                "bucket",
                BUCKET,
                "role",
                "arn:aws:iam::000000000000:role/copy",
                "rules",
                List.of(Map.of(
                        "status",
                        "Enabled",
                        "destination",
                        Map.of("bucket", outputs(replica).text("arn").orElseThrow()))));
        this.access = cloud.create(
                "aws:cloudfront/originAccessControl:OriginAccessControl",
                "site",
                "originAccessControlOriginType",
                "s3",
                "signingBehavior",
                "always",
                "signingProtocol",
                "sigv4");
        var none = Map.of("cookieBehavior", "none", "headerBehavior", "none", "queryStringBehavior", "none");
        this.cachePolicy = cloud.create(
                "aws:cloudfront/cachePolicy:CachePolicy",
                "pages",
                "parametersInCacheKeyAndForwardedToOrigin",
                Map.of(
                        "enableAcceptEncodingGzip",
                        true,
                        "cookiesConfig",
                        Map.of("cookieBehavior", none.get("cookieBehavior")),
                        "headersConfig",
                        Map.of("headerBehavior", none.get("headerBehavior")),
                        "queryStringsConfig",
                        Map.of("queryStringBehavior", none.get("queryStringBehavior"))));
        this.headers = cloud.create(
                "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
                "site",
                "securityHeadersConfig",
                Map.of(
                        "strictTransportSecurity",
                        Map.of("accessControlMaxAgeSec", 63072000, "includeSubdomains", true, "override", true),
                        "frameOptions",
                        Map.of("frameOption", "DENY", "override", true)),
                "customHeadersConfig",
                Map.of("items", List.of(Map.of("header", "Cache-Control", "value", "no-cache", "override", false))));
        this.firewall = firewall();
        this.balancer = cloud.create("aws:lb/loadBalancer:LoadBalancer", "api", "internal", true);
        this.group = group(api);
        this.listener =
                listener(cloud.create("aws:acm/certificate:Certificate", "api", "domainName", certificateDomain));
        this.vpcOrigin = vpcOrigin();
        this.function = cloud.create("aws:cloudfront/function:Function", "router", functionInputs("none"));
    }

    private static Object[] functionInputs(String version) {
        return new Object[] {"name", "router", "runtime", "cloudfront-js-2.0", "code", code(version)};
    }

    /** Makes a release of the site live. */
    void release(String version) {
        cloud.engine().update(function, Inputs.fields(functionInputs(version)));
    }

    /** The distribution with the name that it has by itself. */
    Known distribution() {
        return distribution(Map.of("cloudfrontDefaultCertificate", true), List.of());
    }

    /** The distribution of a domain. */
    Known distribution(String domain) {
        var certificate = cloud.provider("us-east-1")
                .create(
                        EngineClient.urn("aws:acm/certificate:Certificate", "edge"),
                        Inputs.fields("domainName", domain));
        return distribution(
                Map.of("acmCertificateArn", certificate.id(), "sslSupportMethod", "sni-only"), List.of(domain));
    }

    /** Gives the load balancer a certificate for another name, and a new listener that shows it to everybody. */
    void certify(String domain) {
        var certificate = cloud.create("aws:acm/certificate:Certificate", "other", "domainName", domain);
        cloud.engine().delete(listener);
        listener = listener(certificate);
    }

    private Known distribution(Map<String, Object> certificate, List<String> aliases) {
        var made = cloud.create(
                "aws:cloudfront/distribution:Distribution",
                "edge",
                "enabled",
                true,
                "restrictions",
                Map.of("geoRestriction", Map.of("restrictionType", "none")),
                "viewerCertificate",
                certificate,
                "aliases",
                aliases,
                "webAclId",
                outputs(firewall).text("arn").orElseThrow(),
                "origins",
                List.of(apiOrigin(), files("bucket", bucket), files("replica", replica)),
                "originGroups",
                List.of(Map.of(
                        "originId",
                        "site",
                        "failoverCriteria",
                        Map.of("statusCodes", List.of(500, 502, 503, 504)),
                        "members",
                        List.of(Map.of("originId", "bucket"), Map.of("originId", "replica")))),
                "orderedCacheBehaviors",
                List.of(Map.of(
                        "pathPattern", "/api/*",
                        "targetOriginId", "api",
                        "viewerProtocolPolicy", "redirect-to-https",
                        "allowedMethods", ALL,
                        "cachedMethods", READING,
                        "cachePolicyId", NO_CACHE,
                        "originRequestPolicyId", ALL_VIEWER)),
                "defaultCacheBehavior",
                Map.of(
                        "targetOriginId",
                        "site",
                        "viewerProtocolPolicy",
                        "redirect-to-https",
                        "allowedMethods",
                        READING,
                        "cachedMethods",
                        READING,
                        "compress",
                        true,
                        "cachePolicyId",
                        cachePolicy.id(),
                        "responseHeadersPolicyId",
                        headers.id(),
                        "functionAssociations",
                        List.of(Map.of(
                                "eventType",
                                "viewer-request",
                                "functionArn",
                                outputs(function).text("arn").orElseThrow()))));
        var arn = outputs(made).text("arn").orElseThrow();
        List.of(BUCKET, REPLICA)
                .forEach(name -> cloud.create(
                        "aws:s3/bucketPolicy:BucketPolicy", name, "bucket", name, "policy", policy(name, arn)));
        return made;
    }

    private Map<String, Object> apiOrigin() {
        return Map.of(
                "originId",
                "api",
                "domainName",
                outputs(balancer).text("dnsName").orElseThrow(),
                "vpcOriginConfig",
                Map.of("vpcOriginId", vpcOrigin.id()));
    }

    private Map<String, Object> files(String originId, Known from) {
        return Map.of(
                "originId",
                originId,
                "domainName",
                outputs(from).text("bucketRegionalDomainName").orElseThrow(),
                "originAccessControlId",
                access.id());
    }

    private Known firewall() {
        var path = Map.of(
                "searchString",
                "/api/",
                "positionalConstraint",
                "STARTS_WITH",
                "fieldToMatch",
                Map.of("uriPath", Map.of()),
                "textTransformations",
                List.of(Map.of("priority", 0, "type", "NONE")));
        var block = Map.of(
                "block",
                Map.of(
                        "customResponse",
                        Map.of(
                                "responseCode",
                                429,
                                "customResponseBodyKey",
                                "slow",
                                "responseHeaders",
                                List.of(Map.of("name", "Retry-After", "value", "60")))));
        var visible = Map.of("cloudwatchMetricsEnabled", false, "metricName", "m", "sampledRequestsEnabled", false);
        var rule = Map.of(
                "name",
                "rate-api",
                "priority",
                0,
                "action",
                block,
                "visibilityConfig",
                visible,
                "statement",
                Map.of(
                        "rateBasedStatement",
                        Map.of(
                                "limit",
                                LIMIT,
                                "evaluationWindowSec",
                                60,
                                "aggregateKeyType",
                                "IP",
                                "scopeDownStatement",
                                Map.of("byteMatchStatement", path))));
        Fields inputs = Inputs.fields(
                "name",
                "edge",
                "scope",
                "CLOUDFRONT",
                "defaultAction",
                Map.of("allow", Map.of()),
                "visibilityConfig",
                visible,
                "customResponseBodies",
                List.of(Map.of("key", "slow", "contentType", "APPLICATION_JSON", "content", "{\"status\":429}")),
                "rules",
                List.of(rule));
        return cloud.provider("us-east-1").create(EngineClient.urn("aws:wafv2/webAcl:WebAcl", "edge"), inputs);
    }

    private Known group(Endpoint target) {
        var made = cloud.create(
                "aws:lb/targetGroup:TargetGroup",
                "api",
                "port",
                target.port(),
                "protocol",
                "HTTP",
                "targetType",
                "ip",
                "vpcId",
                "vpc-1",
                "healthCheck",
                Map.of("path", "/health", "interval", 5, "healthyThreshold", 2));
        cloud.create(
                "aws:lb/targetGroupAttachment:TargetGroupAttachment",
                "api",
                "targetGroupArn",
                made.id(),
                "targetId",
                target.host(),
                "port",
                target.port());
        return made;
    }

    private Known vpcOrigin() {
        return cloud.create(
                "aws:cloudfront/vpcOrigin:VpcOrigin",
                "api",
                "vpcOriginEndpointConfig",
                Map.of(
                        "name",
                        "api",
                        "arn",
                        balancer.id(),
                        "httpPort",
                        80,
                        "httpsPort",
                        18443,
                        "originProtocolPolicy",
                        "https-only",
                        "originSslProtocols",
                        Map.of("items", List.of("TLSv1.2"), "quantity", 1)));
    }

    private Known listener(Known certificate) {
        return cloud.create(
                "aws:lb/listener:Listener",
                "api",
                "loadBalancerArn",
                balancer.id(),
                "port",
                18443,
                "protocol",
                "HTTPS",
                "certificateArn",
                certificate.id(),
                "sslPolicy",
                "ELBSecurityPolicy-TLS13-1-2-2021-06",
                "defaultActions",
                List.of(Map.of("type", "forward", "targetGroupArn", group.id())));
    }

    private static String policy(String bucket, String distributionArn) {
        return """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject",
               "Resource": "arn:aws:s3:::BUCKET/releases/*",
               "Condition": {"StringEquals": {"aws:SourceArn": "DISTRIBUTION"}}},
              {"Effect": "Allow", "Principal": {"Service": ["cloudfront.amazonaws.com"]}, "Action": ["s3:ListBucket"],
               "Resource": "arn:aws:s3:::BUCKET", "Condition": {"ArnLike": {"AWS:SourceArn": ["DISTRIBUTION"]}}}]}
            """.replace("BUCKET", bucket).replace("DISTRIBUTION", distributionArn);
    }

    private static String code(String version) {
        return """
            var VERSION = 'VERSION_HERE';
            function handler(event) {
                if (VERSION === 'none') {
                    return { statusCode: 404, statusDescription: 'Not Found',
                        headers: { 'content-type': { value: 'text/plain' } }, body: 'no site yet' };
                }
                var request = event.request;
                if (request.uri.charAt(request.uri.length - 1) === '/') {
                    request.uri = request.uri + 'index.html';
                }
                request.uri = '/releases/' + VERSION + request.uri;
                return request;
            }
            """.replace("VERSION_HERE", version);
    }
}
