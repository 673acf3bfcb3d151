package dev.plinth.infra.edge;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.Resource;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.notices.Alarms;
import dev.plinth.infra.notices.AlarmsArgs;
import dev.plinth.infra.notices.Signals;
import dev.plinth.infra.release.Colour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the world reaches the environment: its name, its certificates, the firewall, the CDN and the load balancer. */
public final class Edge extends ComponentResource {
    private final Domain domain;
    private final Optional<Dns> dns;
    private final LoadBalancer balancer;
    private final TestRoute testRoute;
    private final Distribution distribution;

    public Edge(String name, EdgeArgs args, Scope scope) {
        super("plinth:edge:Edge", name, scope.options());
        var within = scope.within(this);
        var spec = args.spec();
        this.domain = spec.domain();
        var signals = args.signals();
        var logs = new EdgeLogs(name + "-logs", signals.logs().retentionDays(), within);
        var acl = new WebAcl(name + "-firewall", spec.firewall(), signals.logs(), within);
        this.dns = domain instanceof Domain.Named named
                ? Optional.of(new Dns(name + "-dns", named, signals.logs(), within))
                : Optional.empty();
        var certificates = dns.map(zone -> new Certificates(name + "-certificate", domain, zone.zoneId(), within))
                .orElseGet(() -> new Certificates(name + "-certificate", domain, within));
        this.balancer = new LoadBalancer(name, balancerArgs(args, certificates, logs), within);
        this.testRoute = new TestRoute(name + "-test-route", balancer, args.secrets(), within);
        this.distribution = new Distribution(
                name + "-cdn",
                new DistributionArgs(
                        domain,
                        spec.reach(),
                        certificates.global(),
                        acl.arn(),
                        balancer,
                        args.site().origins()),
                within);
        new DistributionLogs(name + "-cdn-logs", distribution.arn(), logs.cdnFolderArn(), within);
        args.site().admit(distribution.arn());
        dns.ifPresent(zone -> zone.leadTo(distribution));
        watch(name, certificates, signals, within);
        registerOutputs(Map.of("url", url()));
    }

    /** Where site and API answer. */
    public Output<String> url() {
        return host().applyValue(host -> "https://" + host);
    }

    /** What must take requests before the first pods start. */
    public Resource loadBalancer() {
        return balancer;
    }

    public Output<String> loadBalancerArn() {
        return balancer.arn();
    }

    public Map<Colour, Output<String>> targetGroupArns() {
        return balancer.targetGroups().arns();
    }

    /** The secret that opens the way to one colour. */
    public Output<String> testRouteKey() {
        return testRoute.key();
    }

    /** The servers that the parent domain must name; nothing when the zone is not this environment's own. */
    public Optional<Output<List<String>>> nameServers() {
        return dns.flatMap(Dns::nameServers);
    }

    public Output<String> distributionId() {
        return distribution.id();
    }

    private void watch(String name, Certificates certificates, Signals signals, Scope within) {
        var here = new ArrayList<>(EdgeAlarms.ofLoadBalancer(balancer));
        here.add(EdgeAlarms.ofCertificate("certificate", certificates.home()));
        new Alarms(name, new AlarmsArgs(here, signals.topicArn()), within);

        var everywhere = new ArrayList<>(EdgeAlarms.ofCdn(distribution));
        certificates.global().ifPresent(arn -> everywhere.add(EdgeAlarms.ofCertificate("certificate", arn)));
        new Alarms(name + "-cdn", new AlarmsArgs(everywhere, signals.globalTopicArn(), Place.GLOBAL), within);
    }

    private Output<String> host() {
        return switch (domain) {
            case Domain.Unnamed() -> distribution.domainName();
            case Domain.Named named -> Output.of(named.name());
        };
    }

    private static LoadBalancerArgs balancerArgs(EdgeArgs args, Certificates certificates, EdgeLogs logs) {
        var inside = args.inside();
        return new LoadBalancerArgs(
                inside,
                certificates.home(),
                Hsts.of(args.spec().domain()),
                logs.bucketName(),
                args.spec().deletionProtection());
    }
}
