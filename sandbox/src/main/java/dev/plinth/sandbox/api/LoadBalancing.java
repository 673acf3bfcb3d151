package dev.plinth.sandbox.api;

import dev.plinth.sandbox.reconcile.Balancing;
import dev.plinth.sandbox.reconcile.HealthChecks;
import dev.plinth.sandbox.reconcile.Proxies;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Elastic Load Balancing v2: the load balancers of the state, their target groups, and how the targets really are. */
record LoadBalancing(StateStore state, Proxies proxies) {
    private static final String NAME = "name";

    ApiService service() {
        return new ApiService.Query(
                "elasticloadbalancing",
                "2015-12-01",
                "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/",
                Map.of(
                        "DescribeLoadBalancers", (parameters, caller) -> balancers(parameters),
                        "DescribeTargetGroups", (parameters, caller) -> groups(parameters),
                        "DescribeTargetHealth",
                                (parameters, caller) -> new HealthOfTargets(state, proxies).answer(parameters)));
    }

    private List<Xml> balancers(Parameters parameters) {
        var found = new Selection(parameters, "LoadBalancerArns.member")
                .of(new Balancing(state).balancers(), "LoadBalancerNotFound", "load balancer");
        return List.of(
                Xml.element("LoadBalancers", found.stream().map(this::balancer).toList()));
    }

    private Xml balancer(StoredResource balancer) {
        var outputs = new Properties(balancer.outputs());
        var zones = outputs.texts("subnets").stream()
                .map(subnet -> Xml.element("member", Xml.text("SubnetId", subnet)))
                .toList();
        var groups = outputs.texts("securityGroups").stream()
                .map(group -> Xml.text("member", group))
                .toList();
        boolean answers = proxies.status(MachineNames.of(balancer)).isPresent();
        return Xml.element(
                "member",
                Xml.text("LoadBalancerArn", balancer.id()),
                Xml.text("LoadBalancerName", outputs.text(NAME).orElse("")),
                Xml.text("DNSName", outputs.text("dnsName").orElse("")),
                Xml.text("CanonicalHostedZoneId", outputs.text("zoneId").orElse("")),
                Xml.text("Scheme", outputs.truth("internal") ? "internal" : "internet-facing"),
                Xml.text("VpcId", outputs.text("vpcId").orElse("")),
                Xml.text("Type", "application"),
                Xml.element("State", Xml.text("Code", answers ? "active" : "failed")),
                Xml.element("AvailabilityZones", zones),
                Xml.element("SecurityGroups", groups));
    }

    private List<Xml> groups(Parameters parameters) {
        var balancing = new Balancing(state);
        var found = new Selection(parameters, "TargetGroupArns.member")
                .of(balancing.groups(), "TargetGroupNotFound", "target group");
        var balancer = parameters.text("LoadBalancerArn");
        return List.of(Xml.element(
                "TargetGroups",
                found.stream()
                        .filter(group ->
                                balancer.isEmpty() || arns(balancing, group).contains(balancer.get()))
                        .map(group -> group(group, arns(balancing, group)))
                        .toList()));
    }

    private static List<String> arns(Balancing balancing, StoredResource group) {
        return balancing.balancersOf(group.id()).stream()
                .map(StoredResource::id)
                .toList();
    }

    private static Xml group(StoredResource group, List<String> balancers) {
        var outputs = new Properties(group.outputs());
        var elements = new ArrayList<Xml>();
        elements.add(Xml.text("TargetGroupArn", group.id()));
        elements.add(Xml.text("TargetGroupName", outputs.text(NAME).orElse("")));
        outputs.text("protocol").ifPresent(protocol -> elements.add(Xml.text("Protocol", protocol)));
        outputs.whole("port").ifPresent(port -> elements.add(Xml.text("Port", port)));
        outputs.text("vpcId").ifPresent(vpc -> elements.add(Xml.text("VpcId", vpc)));
        elements.add(Xml.text("TargetType", outputs.text("targetType").orElse("instance")));
        elements.addAll(check(outputs));
        elements.add(Xml.element(
                "LoadBalancerArns",
                balancers.stream().map(arn -> Xml.text("member", arn)).toList()));
        return Xml.element("member", elements);
    }

    private static List<Xml> check(Properties group) {
        var check = HealthChecks.of(group);
        return List.of(
                Xml.text("HealthCheckEnabled", true),
                Xml.text("HealthCheckProtocol", check.protocol()),
                Xml.text("HealthCheckPort", check.port() == 0 ? "traffic-port" : check.port()),
                Xml.text("HealthCheckPath", check.path()),
                Xml.text("HealthCheckIntervalSeconds", check.interval().toSeconds()),
                Xml.text("HealthCheckTimeoutSeconds", check.timeout().toSeconds()),
                Xml.text("HealthyThresholdCount", check.thresholds().healthy()),
                Xml.text("UnhealthyThresholdCount", check.thresholds().unhealthy()),
                Xml.element("Matcher", Xml.text("HttpCode", check.matcher())));
    }

    /** Which resources a call is about: those of the ARNs or names that it lists, else all. */
    private record Selection(Parameters parameters, String arns) {
        List<StoredResource> of(Stream<StoredResource> all, String code, String what) {
            var resources = all.toList();
            var wanted = new ArrayList<>(parameters.texts(arns));
            wanted.addAll(parameters.texts("Names.member"));
            wanted.stream()
                    .filter(key -> resources.stream().noneMatch(resource -> is(resource, key)))
                    .findFirst()
                    .ifPresent(key -> {
                        throw ApiException.invalid(code, "there is no %s %s".formatted(what, key));
                    });
            return resources.stream()
                    .filter(resource -> wanted.isEmpty() || wanted.stream().anyMatch(key -> is(resource, key)))
                    .toList();
        }

        private static boolean is(StoredResource resource, String key) {
            return resource.id().equals(key)
                    || new Properties(resource.outputs())
                            .text(NAME)
                            .filter(key::equals)
                            .isPresent();
        }
    }
}
