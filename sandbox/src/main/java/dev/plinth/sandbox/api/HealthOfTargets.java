package dev.plinth.sandbox.api;

import dev.plinth.sandbox.proxy.ProxyStatus;
import dev.plinth.sandbox.proxy.ProxyStatus.Health;
import dev.plinth.sandbox.proxy.ProxyStatus.TargetHealth;
import dev.plinth.sandbox.reconcile.Balancing;
import dev.plinth.sandbox.reconcile.Proxies;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a load balancer's health checks found, in the words of the Elastic Load Balancing API reference, "TargetHealth". A
 * target is known to it only once a listener forwards to its group.
 */
record HealthOfTargets(StateStore state, Proxies proxies) {

    List<Xml> answer(Parameters parameters) {
        var arn = parameters.required("TargetGroupArn");
        var balancing = new Balancing(state);
        if (balancing.groups().noneMatch(group -> group.id().equals(arn))) {
            throw ApiException.invalid("TargetGroupNotFound", "there is no target group %s".formatted(arn));
        }
        var wanted = parameters.each("Targets.member");
        var descriptions = balancing.balancersOf(arn).stream()
                .flatMap(balancer -> targets(MachineNames.of(balancer), arn))
                .filter(target -> wanted.isEmpty() || wanted.stream().anyMatch(each -> is(target, each)))
                .distinct()
                .map(HealthOfTargets::description)
                .toList();
        return List.of(Xml.element("TargetHealthDescriptions", descriptions));
    }

    private Stream<TargetHealth> targets(String machine, String arn) {
        return proxies
                .status(machine)
                .orElseThrow(() -> new ApiException(
                        503,
                        "ServiceUnavailable",
                        "the load balancer %s does not answer; plinth status says more".formatted(machine)))
                .groups()
                .stream()
                .filter(group -> group.name().equals(arn))
                .map(ProxyStatus.Group::targets)
                .flatMap(List::stream);
    }

    private static boolean is(TargetHealth target, Parameters wanted) {
        return wanted.text("Id").filter(target.endpoint().host()::equals).isPresent()
                && wanted.whole("Port")
                        .filter(port -> port != target.endpoint().port())
                        .isEmpty();
    }

    private static Xml description(TargetHealth target) {
        var health = new ArrayList<Xml>();
        health.add(Xml.text("State", state(target.health())));
        if (target.health() != Health.HEALTHY) {
            health.add(Xml.text("Reason", reason(target)));
            health.add(Xml.text("Description", target.reason()));
        }
        return Xml.element(
                "member",
                Xml.element(
                        "Target",
                        Xml.text("Id", target.endpoint().host()),
                        Xml.text("Port", target.endpoint().port())),
                Xml.element("TargetHealth", health));
    }

    private static String state(Health health) {
        return switch (health) {
            case INITIAL -> "initial";
            case HEALTHY -> "healthy";
            case UNHEALTHY -> "unhealthy";
        };
    }

    private static String reason(TargetHealth target) {
        if (target.health() == Health.INITIAL) {
            return "Elb.InitialHealthChecking";
        }
        if (target.reason().startsWith("answers")) {
            return "Target.ResponseCodeMismatch";
        }
        return target.reason().contains("Timeout") ? "Target.Timeout" : "Target.FailedHealthChecks";
    }
}
