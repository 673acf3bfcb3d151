package dev.plinth.infra.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** How requests come in, as each environment declares it. */
final class EdgePlanTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final String RULE = "aws:lb/listenerRule:ListenerRule";
    private static final String RECORD = "aws:route53/record:Record";
    private static final String ZONE = "aws:route53/zone:Zone";
    private static final String CERTIFICATE = "aws:acm/certificate:Certificate";
    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";

    @ParameterizedTest
    @FieldSource("STACKS")
    void theLoadBalancerIsInsideAndSpeaksModernTlsOnly(String stack) {
        var plan = Plan.of(stack);
        var balancer = plan.one(BALANCER, "edge");

        assertThat(balancer.inputs())
                .containsEntry("internal", true)
                .containsEntry("dropInvalidHeaderFields", true)
                .containsEntry("desyncMitigationMode", "strictest")
                .containsEntry("enableZonalShift", true);
        assertThat(plan.all(LISTENER))
                .singleElement()
                .satisfies(https -> assertThat(https.inputs())
                        .containsEntry("protocol", "HTTPS")
                        .containsEntry("port", 443.0)
                        .containsEntry("sslPolicy", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09")
                        .containsEntry("routingHttpResponseServerEnabled", false));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theLoadBalancerLogsRequestsAndConnections(String stack) {
        var balancer = Plan.of(stack).one(BALANCER, "edge");

        assertThat(balancer.at("accessLogs", "enabled")).isEqualTo(true);
        assertThat(balancer.at("connectionLogs", "enabled")).isEqualTo(true);
        assertThat(balancer.at("accessLogs", "bucket")).asString().endsWith("-edge-logs");
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void whoKnowsTheSecretReachesOneColour(String stack) {
        var plan = Plan.of(stack);

        assertThat(plan.one(RULE, "edge-test-route-green").at("conditions", 0, "httpHeader"))
                .isEqualTo(Map.of("httpHeaderName", "X-Plinth-Test-Route", "values", List.of("drawn-green")));
        assertThat(plan.one(RULE, "edge-test-route-green").at("actions", 0, "targetGroupArn"))
                .isEqualTo("arn:edge-green-id");
        assertThat(plan.all(RULE)).extracting(rule -> rule.input("priority")).doesNotHaveDuplicates();
        assertThat(plan.outputs()).containsEntry("testRouteKey", "drawn");
    }

    @Test
    void aDomainWithoutAZoneGetsOneWithLogsAndTellsItsServers() {
        var plan = Plan.of("staging");

        assertThat(plan.one(ZONE, "edge-dns").input("name")).isEqualTo("metrics.staging.example.com");
        assertThat(plan.one("aws:route53/queryLog:QueryLog", "edge-dns-queries").input("zoneId"))
                .isEqualTo("ZOWN");
        assertThat(plan.one("aws:cloudwatch/logGroup:LogGroup", "edge-dns-queries")
                        .input("name"))
                .isEqualTo("/aws/route53/metrics.staging.example.com");
        assertThat(plan.outputs()).containsEntry("nameServers", List.of("ns-1.example.net"));
    }

    @Test
    void aZoneThatIsThereIsUsed() {
        var plan = Plan.of("production");

        assertThat(plan.all(ZONE)).isEmpty();
        assertThat(plan.all(RECORD))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.input("zoneId")).isEqualTo("Z0000000PRODUCTION"));
        assertThat(plan.outputs()).doesNotContainKey("nameServers");
    }

    @ParameterizedTest
    @CsvSource({"staging, metrics.staging.example.com", "production, metrics.example.com"})
    void theDomainLeadsToTheCdnAndOnlyAmazonMayVouchForIt(String stack, String domain) {
        var plan = Plan.of(stack);

        for (var type : List.of("A", "AAAA")) {
            assertThat(plan.one(RECORD, "edge-dns-" + type).inputs())
                    .containsEntry("name", domain)
                    .containsEntry("type", type);
            assertThat(plan.one(RECORD, "edge-dns-" + type).at("aliases", 0, "name"))
                    .isEqualTo("edge-cdn.cloudfront.net");
        }
        assertThat(plan.one(RECORD, "edge-dns-issuers").input("records"))
                .isEqualTo(List.of("0 issue \"amazon.com\"", "0 issuewild \";\""));
    }

    @ParameterizedTest
    @CsvSource({"staging", "production"})
    void oneRecordProvesTheCertificatesOfBothPlaces(String stack) {
        var plan = Plan.of(stack);

        assertThat(plan.all(CERTIFICATE))
                .extracting(Declared::name)
                .containsExactlyInAnyOrder("edge-certificate", "edge-certificate-global");
        assertThat(plan.all(RECORD))
                .extracting(Declared::name)
                .filteredOn(name -> name.endsWith("-validation"))
                .hasSize(1);
        assertThat(plan.all("aws:acm/certificateValidation:CertificateValidation"))
                .hasSize(2);
        assertThat(plan.one(DISTRIBUTION, "edge-cdn").at("viewerCertificate", "minimumProtocolVersion"))
                .isEqualTo("TLSv1.2_2021");
    }

    @Test
    void withoutADomainTheCdnUsesItsOwnNameAndCertificate() {
        var plan = Plan.of("local");

        assertThat(plan.one(DISTRIBUTION, "edge-cdn").at("viewerCertificate"))
                .isEqualTo(Map.of("cloudfrontDefaultCertificate", true));
        assertThat(plan.all(RECORD)).isEmpty();
        assertThat(plan.all(CERTIFICATE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"local, false", "staging, true", "production, true"})
    void onlyADomainOfItsOwnGoesOnThePreloadLists(String stack, boolean wholeDomain) {
        var headers = Plan.of(stack).one("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", "edge-cdn-site");

        assertThat(headers.at("securityHeadersConfig", "strictTransportSecurity"))
                .isEqualTo(Map.of(
                        "accessControlMaxAgeSec",
                        63_072_000.0,
                        "includeSubdomains",
                        wholeDomain,
                        "preload",
                        wholeDomain,
                        "override",
                        true));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theCdnReachesTheApiPrivatelyAndTheSiteBySignature(String stack) {
        var plan = Plan.of(stack);
        var origins = plan.one(DISTRIBUTION, "edge-cdn").at("origins");

        assertThat(origins)
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(origin -> origin.get("originId"))
                .containsExactly("api", "site-bucket", "site-replica");
        assertThat(plan.one(DISTRIBUTION, "edge-cdn").at("origins", 0, "vpcOriginConfig", "vpcOriginId"))
                .isEqualTo("edge-cdn-id");
        assertThat(plan.one("aws:cloudfront/vpcOrigin:VpcOrigin", "edge-cdn")
                        .at("vpcOriginEndpointConfig", "originProtocolPolicy"))
                .isEqualTo("https-only");
        assertThat(plan.one(DISTRIBUTION, "edge-cdn").at("origins", 2, "originAccessControlId"))
                .isEqualTo("edge-cdn-id");
        assertThat(plan.one(DISTRIBUTION, "edge-cdn").at("originGroups", 0, "members"))
                .isEqualTo(List.of(Map.of("originId", "site-bucket"), Map.of("originId", "site-replica")));
    }

    @ParameterizedTest
    @CsvSource({
        "0, /api/*, 7",
        "1, /api-docs*, 3",
        "2, /openapi*, 3",
        "3, /catalogue*, 7",
        "4, /problems/*, 3",
        "5, /.well-known/jwks.json, 3"
    })
    void pathsOfTheApiAreNeverCached(int index, String paths, int methods) {
        var distribution = Plan.of("production").one(DISTRIBUTION, "edge-cdn");

        assertThat(distribution.at("orderedCacheBehaviors", index, "pathPattern"))
                .isEqualTo(paths);
        assertThat(distribution.at("orderedCacheBehaviors", index, "targetOriginId"))
                .isEqualTo("api");
        assertThat(distribution.at("orderedCacheBehaviors", index, "cachePolicyId"))
                .isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
        assertThat(distribution.at("orderedCacheBehaviors", index, "allowedMethods"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(methods);
    }

    @Test
    void everythingElseIsTheSiteByItsRouter() {
        var distribution = Plan.of("production").one(DISTRIBUTION, "edge-cdn");

        assertThat(distribution.at("defaultCacheBehavior", "targetOriginId")).isEqualTo("site");
        assertThat(distribution.at("defaultCacheBehavior", "functionAssociations", 0))
                .isEqualTo(Map.of("eventType", "viewer-request", "functionArn", "arn:site-id"));
        assertThat(distribution.at("orderedCacheBehaviors", 6, "pathPattern")).isEqualTo("/assets/*");
    }

    @Test
    void anErrorOfOneClientIsNeverTheAnswerForAnother() {
        assertThat(Plan.of("production").one(DISTRIBUTION, "edge-cdn").at("customErrorResponses"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .contains(Map.of("errorCode", 403.0, "errorCachingMinTtl", 0.0))
                .allSatisfy(error -> assertThat(error.get("errorCachingMinTtl")).isEqualTo(0.0));
    }

    @Test
    void onlyTheNamedCountriesAreAnswered() {
        var plan = Plan.of("local", "plinth:edge: {countries: [DE, FR]}");

        assertThat(plan.one(DISTRIBUTION, "edge-cdn").at("restrictions", "geoRestriction"))
                .isEqualTo(Map.of("restrictionType", "whitelist", "locations", List.of("DE", "FR")));
        assertThat(Plan.of("local")
                        .one(DISTRIBUTION, "edge-cdn")
                        .at("restrictions", "geoRestriction", "restrictionType"))
                .isEqualTo("none");
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theCdnLogsWithoutCookies(String stack) {
        assertThat(Plan.of(stack)
                        .one("aws:cloudwatch/logDelivery:LogDelivery", "edge-cdn-logs")
                        .at("recordFields"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("sc-status", "c-ip")
                .doesNotContain("cs(Cookie)", "cs-uri-query");
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void troubleOfTheCdnIsToldWhereItsMetricsAre(String stack) {
        var plan = Plan.of(stack);

        assertThat(plan.one(ALARM, "edge-cdn-errors").input("alarmActions"))
                .isEqualTo(List.of("arn:notices-global-id"));
        assertThat(plan.one(ALARM, "edge-cdn-errors").input("dimensions"))
                .isEqualTo(Map.of("DistributionId", "edge-cdn-id", "Region", "Global"));
        assertThat(plan.one(ALARM, "edge-slow").input("alarmActions")).isEqualTo(List.of("arn:notices-id"));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void eachColourIsWatched(String stack) {
        assertThat(Plan.of(stack).one(ALARM, "edge-unhealthy-green").input("dimensions"))
                .isEqualTo(Map.of("LoadBalancer", "app/edge", "TargetGroup", "targetgroup/edge-green"));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theCdnMayWriteWhereItsLogsGo(String stack) {
        var plan = Plan.of(stack);

        assertThat(plan.one("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", "edge-cdn-logs")
                        .at("deliveryDestinationConfiguration", "destinationResourceArn"))
                .isEqualTo("arn:edge-logs-id/cdn");
        assertThat(plan.one("aws:s3/bucketPolicy:BucketPolicy", "edge-logs").input("policy"))
                .asString()
                .contains("-edge-logs/cdn/*", "-edge-logs/load-balancer/requests/AWSLogs/");
    }
}
