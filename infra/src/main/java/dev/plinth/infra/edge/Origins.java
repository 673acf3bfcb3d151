package dev.plinth.infra.edge;

import com.pulumi.aws.cloudfront.OriginAccessControl;
import com.pulumi.aws.cloudfront.OriginAccessControlArgs;
import com.pulumi.aws.cloudfront.VpcOrigin;
import com.pulumi.aws.cloudfront.VpcOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginGroupArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginGroupFailoverCriteriaArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginGroupMemberArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginVpcOriginConfigArgs;
import com.pulumi.aws.cloudfront.inputs.VpcOriginVpcOriginEndpointConfigArgs;
import com.pulumi.aws.cloudfront.inputs.VpcOriginVpcOriginEndpointConfigOriginSslProtocolsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.site.SiteOrigins;
import java.util.List;
import java.util.Map;

/** Where the CDN gets its answers: the load balancer in its private network, the site's bucket, and that one's copy. */
final class Origins extends ComponentResource {
    static final String API = "api";
    /** The bucket, and its copy when the bucket fails. */
    static final String SITE = "site";

    private static final String BUCKET = "site-bucket";
    private static final String REPLICA = "site-replica";
    private static final int HTTP = 80;
    /** The API gives up a query after 5 seconds, so an answer that takes longer than this does not come. */
    private static final int READ_SECONDS = 30;

    private static final List<Integer> FAILURES = List.of(500, 502, 503, 504);

    private final LoadBalancer api;
    private final SiteOrigins site;
    private final Output<String> vpcOriginId;
    private final Output<String> accessControlId;

    Origins(String name, LoadBalancer api, SiteOrigins site, Scope scope) {
        super("plinth:edge:Origins", name, scope.options());
        this.api = api;
        this.site = site;
        var child = scope.child(this);
        this.vpcOriginId = new VpcOrigin(name, vpcOriginArgs(name, scope), child).id();
        this.accessControlId = new OriginAccessControl(
                        name,
                        OriginAccessControlArgs.builder()
                                .name(scope.title(name))
                                .description("Signs requests for the site's buckets")
                                .originAccessControlOriginType("s3")
                                .signingBehavior("always")
                                .signingProtocol("sigv4")
                                .build(),
                        child)
                .id();
        registerOutputs(Map.of());
    }

    List<DistributionOriginArgs> all() {
        var vpcOrigin = DistributionOriginVpcOriginConfigArgs.builder()
                .vpcOriginId(vpcOriginId)
                .originKeepaliveTimeout(Distribution.KEEP_ALIVE_SECONDS)
                .originReadTimeout(READ_SECONDS)
                .build();
        var balancer = DistributionOriginArgs.builder()
                .originId(API)
                .domainName(api.dnsName())
                .vpcOriginConfig(vpcOrigin)
                .build();
        return List.of(balancer, bucket(BUCKET, site.bucketDomain()), bucket(REPLICA, site.replicaDomain()));
    }

    DistributionOriginGroupArgs siteGroup() {
        return DistributionOriginGroupArgs.builder()
                .originId(SITE)
                .failoverCriteria(DistributionOriginGroupFailoverCriteriaArgs.builder()
                        .statusCodes(FAILURES)
                        .build())
                .members(member(BUCKET), member(REPLICA))
                .build();
    }

    private VpcOriginArgs vpcOriginArgs(String name, Scope scope) {
        var endpoint = VpcOriginVpcOriginEndpointConfigArgs.builder()
                .name(scope.title(name))
                .arn(api.arn())
                // Must be given, though nothing listens there.
                .httpPort(HTTP)
                .httpsPort(LoadBalancer.HTTPS)
                .originProtocolPolicy("https-only")
                .originSslProtocols(VpcOriginVpcOriginEndpointConfigOriginSslProtocolsArgs.builder()
                        .items("TLSv1.2")
                        .quantity(1)
                        .build())
                .build();
        return VpcOriginArgs.builder()
                .vpcOriginEndpointConfig(endpoint)
                .tags(scope.tags(name))
                .build();
    }

    private DistributionOriginArgs bucket(String originId, Output<String> domain) {
        return DistributionOriginArgs.builder()
                .originId(originId)
                .domainName(domain)
                .originAccessControlId(accessControlId)
                .build();
    }

    private static DistributionOriginGroupMemberArgs member(String originId) {
        return DistributionOriginGroupMemberArgs.builder().originId(originId).build();
    }
}
