package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.proxy.Action;
import dev.plinth.sandbox.proxy.Behaviour;
import dev.plinth.sandbox.proxy.CdnSettings;
import dev.plinth.sandbox.proxy.Condition;
import dev.plinth.sandbox.proxy.ListenerSettings;
import dev.plinth.sandbox.proxy.ProxyAttributes;
import dev.plinth.sandbox.proxy.ProxyConfiguration;
import dev.plinth.sandbox.proxy.Rule;
import dev.plinth.sandbox.proxy.TlsSettings;
import dev.plinth.sandbox.proxy.TlsVersion;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A CDN's whole configuration, as its distribution and the resources around it declare it. */
public final class DistributionPlan {
    public static final String TOKEN = "aws:cloudfront/distribution:Distribution";
    /** The note of a certificate, a bucket or a distribution (for the certificate that CloudFront brings) about its folder. */
    public static final String FOLDER = "__folder";
    /** The note that names the certificate of the sandbox's authority. */
    public static final String AUTHORITY = "__authority";
    /** The name of the listener that people use. */
    public static final String HTTPS = "https";

    /** Where a laptop has no port 443 and 80 to give. */
    private static final int HTTPS_PORT = 8443;

    private static final int HTTP_PORT = 8080;
    private final Snapshot snapshot;
    private final StoredResource distribution;
    private final Properties inputs;

    private DistributionPlan(Snapshot snapshot, StoredResource distribution) {
        this.snapshot = snapshot;
        this.distribution = distribution;
        this.inputs = new Properties(distribution.inputs());
    }

    static ProxyConfiguration of(Snapshot snapshot, StoredResource distribution) {
        return new DistributionPlan(snapshot, distribution).configuration();
    }

    private ProxyConfiguration configuration() {
        var listeners = List.of(
                ListenerSettings.https(HTTPS, HTTPS_PORT, tls(), secure(usual()), rules(this::secure)),
                ListenerSettings.http("http", HTTP_PORT, plain(usual()), rules(this::plain)));
        var cdn = new CdnSettings(
                distribution.id(),
                new OriginPlan(snapshot, distribution).all(),
                FirewallPlan.of(snapshot, inputs.text("webAclId").orElse("")));
        return new ProxyConfiguration(ProxyAttributes.defaults(), listeners, List.of(), cdn);
    }

    private Properties usual() {
        return inputs.in("defaultCacheBehavior");
    }

    private List<Rule> rules(Function<Properties, Action> action) {
        var rules = new ArrayList<Rule>();
        for (var behaviour : inputs.each("orderedCacheBehaviors")) {
            var pattern = behaviour.text("pathPattern").orElse("");
            var path = pattern.startsWith("/") || pattern.startsWith("*") ? pattern : "/" + pattern;
            rules.add(new Rule(
                    rules.size() + 1, List.of(new Condition.RequestPath(List.of(path))), action.apply(behaviour)));
        }
        return rules;
    }

    private Action secure(Properties behaviour) {
        return new Action.Distribute(behaviour(behaviour));
    }

    private Action plain(Properties behaviour) {
        return switch (behaviour.text("viewerProtocolPolicy").orElse("")) {
            case "redirect-to-https" -> Action.Redirect.toHttps(HTTPS_PORT);
            case "https-only" -> new Action.FixedResponse(403, "text/html", "<h1>403 ERROR</h1>HTTPS is required.");
            default -> secure(behaviour);
        };
    }

    private Behaviour behaviour(Properties behaviour) {
        var policies = new PolicyPlan(snapshot, behaviour);
        var viewer = new Behaviour.Viewer(
                behaviour.texts("allowedMethods"),
                function(behaviour),
                behaviour.truth("compress") && policies.compressible(),
                HeaderPlan.of(
                        snapshot, behaviour.text("responseHeadersPolicyId").orElse("")),
                inputs.text("defaultRootObject").orElse(""));
        return new Behaviour(viewer, origins(behaviour.text("targetOriginId").orElse(""), policies.forwarding()));
    }

    /** One origin, or the members of a group of that name. */
    private Behaviour.Origins origins(String target, Behaviour.Forwarding forwarding) {
        return inputs.each("originGroups").stream()
                .filter(group -> group.text("originId").filter(target::equals).isPresent())
                .findFirst()
                .map(group -> new Behaviour.Origins(
                        group.each("members").stream()
                                .flatMap(member -> member.text("originId").stream())
                                .toList(),
                        group.in("failoverCriteria").wholes("statusCodes"),
                        forwarding))
                .orElseGet(() -> new Behaviour.Origins(List.of(target), List.of(), forwarding));
    }

    private String function(Properties behaviour) {
        return behaviour.each("functionAssociations").stream()
                .filter(association -> association
                        .text("eventType")
                        .filter("viewer-request"::equals)
                        .isPresent())
                .flatMap(association -> association.text("functionArn").stream())
                .flatMap(arn -> snapshot.withOutput("aws:cloudfront/function:Function", "arn", arn).stream())
                .flatMap(function -> new Properties(function.inputs()).text("code").stream())
                .findFirst()
                .orElse("");
    }

    private TlsSettings tls() {
        var certificate = inputs.in("viewerCertificate");
        var folder = Path.of(certificate
                .text("acmCertificateArn")
                .flatMap(arn -> snapshot.withOutput("aws:acm/certificate:Certificate", "arn", arn))
                .flatMap(found -> note(found, FOLDER))
                .or(() -> note(distribution, FOLDER))
                .orElseThrow());
        boolean newest = certificate.text("minimumProtocolVersion").orElse("").startsWith("TLSv1.3");
        return new TlsSettings(
                folder.resolve("certificate.pem"),
                folder.resolve("key.pem"),
                newest ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2,
                TlsVersion.TLS_1_3);
    }

    static Optional<String> note(StoredResource resource, String name) {
        return new Properties(resource.outputs()).text(name);
    }
}
