package dev.plinth.infra.edge;

import com.pulumi.aws.cloudfront.inputs.DistributionCustomErrorResponseArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsGeoRestrictionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionViewerCertificateArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;

/**
 * The CDN before everything: the API's paths go to the load balancer, all others to the site. AWS Shield Standard, which
 * keeps off floods of packets, is part of it.
 */
final class Distribution extends ComponentResource {
    /** How long CloudFront keeps a connection to the load balancer; the most it does unasked. */
    static final int KEEP_ALIVE_SECONDS = 60;

    /**
     * The oldest TLS is 1.2, with forward secrecy. TLSv1.2_2025 is newer than the list that the pinned provider checks
     * against.
     */
    private static final String TLS_POLICY = "TLSv1.2_2021";

    /** All the errors for which CloudFront can be told how long to keep them (Developer Guide, custom errors). */
    private static final List<Integer> ERRORS = List.of(400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504);

    private final com.pulumi.aws.cloudfront.Distribution distribution;

    Distribution(String name, DistributionArgs args, Scope scope) {
        super("plinth:edge:Distribution", name, scope.options());
        var within = scope.within(this);
        var origins = new Origins(name, args.api(), args.site(), within);
        var behaviours =
                new Behaviours(name, Hsts.of(args.domain()), args.site().routerArn(), within);
        this.distribution = new com.pulumi.aws.cloudfront.Distribution(
                name, distributionArgs(name, args, origins, behaviours, scope), scope.child(this));
        registerOutputs(Map.of("id", id()));
    }

    Output<String> id() {
        return distribution.id();
    }

    Output<String> arn() {
        return distribution.arn();
    }

    Output<String> domainName() {
        return distribution.domainName();
    }

    /** The zone of CloudFront's names, for aliases. */
    Output<String> zoneId() {
        return distribution.hostedZoneId();
    }

    private static com.pulumi.aws.cloudfront.DistributionArgs distributionArgs(
            String name, DistributionArgs args, Origins origins, Behaviours behaviours, Scope scope) {
        return com.pulumi.aws.cloudfront.DistributionArgs.builder()
                .comment("Site and API of " + scope.environment())
                .enabled(true)
                .isIpv6Enabled(true)
                .httpVersion("http2and3")
                .priceClass(args.reach().priceClass().awsName())
                .aliases(args.domain() instanceof Domain.Named named ? List.of(named.name()) : List.of())
                .webAclId(args.webAclArn())
                .origins(origins.all())
                .originGroups(origins.siteGroup())
                .orderedCacheBehaviors(behaviours.special())
                .defaultCacheBehavior(behaviours.usual())
                .defaultRootObject("index.html")
                .customErrorResponses(
                        ERRORS.stream().map(Distribution::neverKept).toList())
                .restrictions(restrictions(args.reach()))
                .viewerCertificate(certificate(args))
                .tags(scope.tags(name))
                .build();
    }

    /**
     * Else CloudFront keeps each error for ten seconds, even where it caches nothing: the 403 of one client of the API
     * would be the answer for all others.
     */
    private static DistributionCustomErrorResponseArgs neverKept(int status) {
        return DistributionCustomErrorResponseArgs.builder()
                .errorCode(status)
                .errorCachingMinTtl(0)
                .build();
    }

    private static DistributionRestrictionsArgs restrictions(Reach reach) {
        var countries = DistributionRestrictionsGeoRestrictionArgs.builder()
                .restrictionType(reach.countries().isEmpty() ? "none" : "whitelist")
                .locations(reach.countries())
                .build();
        return DistributionRestrictionsArgs.builder().geoRestriction(countries).build();
    }

    private static DistributionViewerCertificateArgs certificate(DistributionArgs args) {
        var certificate = DistributionViewerCertificateArgs.builder();
        return args.certificateArn()
                .map(arn -> certificate
                        .acmCertificateArn(arn)
                        .sslSupportMethod("sni-only")
                        .minimumProtocolVersion(TLS_POLICY)
                        .build())
                .orElseGet(() -> certificate.cloudfrontDefaultCertificate(true).build());
    }
}
