package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.proxy.OriginSettings;
import dev.plinth.sandbox.proxy.Protocol;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The origins of a distribution: load balancers behind VPC origins, and buckets. */
final class OriginPlan {
    private static final List<String> BUCKETS = List.of("aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket");
    /** CloudFront's own: Amazon CloudFront Developer Guide, response timeout. */
    private static final int TIMEOUT_SECONDS = 30;

    private final Snapshot snapshot;
    private final StoredResource distribution;
    private final Properties inputs;

    OriginPlan(Snapshot snapshot, StoredResource distribution) {
        this.snapshot = snapshot;
        this.distribution = distribution;
        this.inputs = new Properties(distribution.inputs());
    }

    List<OriginSettings> all() {
        return inputs.each("origins").stream().map(this::origin).toList();
    }

    private OriginSettings origin(Properties origin) {
        var name = origin.text("originId").orElse("");
        var domain = origin.text("domainName").orElse("");
        return origin.in("vpcOriginConfig")
                .text("vpcOriginId")
                .map(id -> inNetwork(origin, id))
                .or(() -> bucket(domain).map(bucket -> files(origin, bucket)))
                .orElseGet(() -> new OriginSettings.Missing(
                        name,
                        "origin %s: the sandbox knows VPC origins and its own buckets, and %s is neither; nothing leaves this machine"
                                .formatted(name, domain)));
    }

    private OriginSettings inNetwork(Properties origin, String vpcOriginId) {
        var name = origin.text("originId").orElse("");
        return snapshot.ofType("aws:cloudfront/vpcOrigin:VpcOrigin")
                .filter(candidate -> candidate.id().equals(vpcOriginId))
                .map(found -> new Properties(found.inputs()).in("vpcOriginEndpointConfig"))
                .flatMap(endpoint -> listener(endpoint).stream())
                .findFirst()
                .<OriginSettings>map(listener -> server(origin, listener))
                .orElseGet(() -> new OriginSettings.Missing(
                        name,
                        "origin %s: the load balancer has no listener on the port of the VPC origin".formatted(name)));
    }

    /** The listener that the VPC origin's protocol and port mean. */
    private Optional<StoredResource> listener(Properties endpoint) {
        boolean secure = endpoint.text("originProtocolPolicy")
                .filter("http-only"::equals)
                .isEmpty();
        var port = endpoint.whole(secure ? "httpsPort" : "httpPort");
        return snapshot.ofType("aws:lb/listener:Listener")
                .filter(StoredResource::ready)
                .filter(listener -> {
                    var declared = new Properties(listener.inputs());
                    return declared.text("loadBalancerArn").equals(endpoint.text("arn"))
                            && declared.whole("port").equals(port)
                            && secure
                                    == declared.text("protocol")
                                            .filter("HTTPS"::equals)
                                            .isPresent();
                })
                .findFirst();
    }

    private OriginSettings server(Properties origin, StoredResource listener) {
        var declared = new Properties(listener.inputs());
        var protocol = declared.text("protocol").filter("HTTPS"::equals).isPresent() ? Protocol.HTTPS : Protocol.HTTP;
        var host = snapshot.ofType("aws:lb/loadBalancer:LoadBalancer")
                .filter(balancer -> declared.text("loadBalancerArn")
                        .filter(balancer.id()::equals)
                        .isPresent())
                .flatMap(balancer -> new Properties(balancer.outputs()).text("dnsName").stream())
                .findFirst()
                .orElse("127.0.0.1");
        int port = new Properties(listener.outputs()).whole("port").orElse(443);
        var domain = origin.text("domainName").orElse("");
        return new OriginSettings.Server(
                origin.text("originId").orElse(""),
                new OriginSettings.Address(protocol, new Endpoint(host, port), domain, prefix(origin)),
                new OriginSettings.Trust(authority(), names(domain)),
                headers(origin),
                Duration.ofSeconds(
                        origin.in("vpcOriginConfig").whole("originReadTimeout").orElse(TIMEOUT_SECONDS)));
    }

    private Path authority() {
        return Path.of(
                DistributionPlan.note(distribution, DistributionPlan.AUTHORITY).orElseThrow());
    }

    /** The origin's own name, or the host that is passed on: one of the aliases, else the distribution's name. */
    private List<String> names(String domain) {
        var names = new ArrayList<>(List.of(domain));
        var aliases = inputs.texts("aliases");
        names.addAll(aliases.isEmpty() ? List.of("localhost") : aliases);
        return names;
    }

    private static Map<String, String> headers(Properties origin) {
        var headers = new TreeMap<String, String>();
        origin.each("customHeaders")
                .forEach(header -> headers.put(
                        header.text("name").orElse(""), header.text("value").orElse("")));
        return headers;
    }

    private OriginSettings files(Properties origin, StoredResource bucket) {
        var signed = origin.text("originAccessControlId")
                .filter(id -> snapshot.ofType("aws:cloudfront/originAccessControl:OriginAccessControl")
                        .anyMatch(control -> control.id().equals(id)))
                .isPresent();
        var arn = new Properties(distribution.outputs()).text("arn").orElse("");
        var access = signed
                ? BucketAccess.of(
                        snapshot, new Properties(bucket.inputs()).text("bucket").orElse(""), arn)
                : new OriginSettings.Access(List.of(), false);
        return new OriginSettings.Files(
                origin.text("originId").orElse(""),
                Path.of(DistributionPlan.note(bucket, DistributionPlan.FOLDER).orElseThrow()),
                prefix(origin),
                access);
    }

    private Optional<StoredResource> bucket(String domain) {
        return BUCKETS.stream()
                .flatMap(type -> Stream.of("bucketRegionalDomainName", "bucketDomainName")
                        .flatMap(output -> snapshot.withOutput(type, output, domain).stream()))
                .findFirst();
    }

    private static String prefix(Properties origin) {
        return origin.text("originPath").orElse("");
    }
}
