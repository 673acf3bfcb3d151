package dev.plinth.sandbox.reconcile;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.machine.Claim;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.pod.PodStatus;
import dev.plinth.sandbox.proxy.Action;
import dev.plinth.sandbox.proxy.Condition;
import dev.plinth.sandbox.proxy.ListenerSettings;
import dev.plinth.sandbox.proxy.ProxyConfiguration;
import dev.plinth.sandbox.proxy.Target;
import dev.plinth.sandbox.proxy.TargetGroupSettings;
import dev.plinth.sandbox.proxy.TlsVersion;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProxyPlanTest {
    private static final Map<String, String> LABELS = Map.of("app", "api", "colour", "blue");
    private static final StoredResource DEPLOYMENT = resource(
            "kubernetes:apps/v1:Deployment",
            "api-blue",
            "default/api-blue",
            fields(
                    "spec",
                    Map.of(
                            "template",
                            Map.of(
                                    "metadata",
                                    Map.of("labels", LABELS),
                                    "spec",
                                    Map.of(
                                            "containers",
                                            List.of(Map.of(
                                                    "ports",
                                                    List.of(Map.of("name", "http", "containerPort", 8080)))))))));

    @Test
    void theSameStateGivesTheSamePlans() {
        assertThat(ProxyPlan.all(snapshot())).isEqualTo(ProxyPlan.all(snapshot()));
    }

    @Test
    void weightsAreShared() {
        assertThat(listener(configuration(), "https").defaultAction())
                .isEqualTo(new Action.Forward(
                        List.of(new Action.WeightedGroup("tg-blue", 90), new Action.WeightedGroup("tg-green", 10))));
    }

    @Test
    void theCertificateAndTheTlsPolicyAreThoseOfTheListener() {
        var tls = listener(configuration(), "https").secure().orElseThrow();

        assertThat(tls.certificate()).hasToString("/certs/a/certificate.pem");
        assertThat(tls.oldest()).isEqualTo(TlsVersion.TLS_1_2);
        assertThat(tls.newest()).isEqualTo(TlsVersion.TLS_1_3);
    }

    @Test
    void headersAreAddedAndTakenAway() {
        assertThat(listener(configuration(), "https").responseHeaders())
                .containsExactly(Map.entry("Server", ""), Map.entry("X-Frame-Options", "DENY"));
    }

    @Test
    void rulesAreAskedByPriority() {
        var rules = listener(configuration(), "https").rules();

        assertThat(rules).extracting(rule -> rule.priority()).containsExactly(1, 2);
        assertThat(rules.getFirst().conditions()).containsExactly(new Condition.Header("X-Route", List.of("green")));
    }

    @Test
    void aRedirectFillsInWhatItDoesNotChange() {
        assertThat(listener(configuration(), "redirect").defaultAction())
                .isEqualTo(new Action.Redirect("HTTPS", "#{host}", "8444", "/#{path}", "#{query}", 301));
    }

    @Test
    void podsThatTheServiceSelectsAreTargets() {
        assertThat(group(configuration(), "tg-blue").targets())
                .containsExactly(new Target(new Endpoint("127.77.0.9", 8080), 8081));
        assertThat(group(configuration(), "tg-green").targets()).isEmpty();
    }

    @Test
    void aTargetIsAskedWhereThePodReallyListens() {
        var moved = new Claim("api-blue-1", "127.77.0.9", new TreeMap<>(Map.of(8080, 18080, 8081, 18081)));
        var plan = ProxyPlan.all(new Snapshot(resources(), Map.of(DEPLOYMENT.urn(), List.of(pod(moved)))))
                .getFirst();

        assertThat(group(plan.configuration(), "tg-blue").targets())
                .containsExactly(new Target(new Endpoint("127.77.0.9", 18080), 18081));
    }

    @Test
    void aListenerWhoseCertificateIsGoneStopsNoOther() {
        var without = resources().stream()
                .filter(resource -> !resource.urn().type().contains("Certificate"))
                .toList();

        assertThat(ProxyPlan.all(new Snapshot(without, Map.of()))
                        .getFirst()
                        .configuration()
                        .listeners())
                .extracting(ListenerSettings::name)
                .containsExactly("redirect");
    }

    private static ProxyConfiguration configuration() {
        return ProxyPlan.all(snapshot()).getFirst().configuration();
    }

    private static Snapshot snapshot() {
        var claim = new Claim("api-blue-1", "127.77.0.9", new TreeMap<>(Map.of(8080, 8080, 8081, 8081)));
        return new Snapshot(resources(), Map.of(DEPLOYMENT.urn(), List.of(pod(claim))));
    }

    private static PodStatus pod(Claim claim) {
        return new PodStatus("api-blue-1", claim, MachineState.RUNNING, true);
    }

    private static ListenerSettings listener(ProxyConfiguration configuration, String name) {
        return configuration.listeners().stream()
                .filter(listener -> listener.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static TargetGroupSettings group(ProxyConfiguration configuration, String name) {
        return configuration.groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<StoredResource> resources() {
        var all = new ArrayList<>(edge());
        all.addAll(cluster());
        return all;
    }

    private static List<StoredResource> edge() {
        var balancer = resource("aws:lb/loadBalancer:LoadBalancer", "edge", "lb", fields());
        var certificate = resource("aws:acm/certificate:Certificate", "edge", "cert", fields());
        return List.of(
                balancer.finished(fields("__machine", "edge")),
                certificate.finished(fields("__folder", "/certs/a")),
                group("tg-blue"),
                group("tg-green"),
                resource(
                        "aws:lb/listener:Listener",
                        "https",
                        "https",
                        fields(
                                "loadBalancerArn", "lb",
                                "port", 8443,
                                "protocol", "HTTPS",
                                "routingHttpResponseServerEnabled", false,
                                "routingHttpResponseXFrameOptionsHeaderValue", "DENY",
                                "certificateArn", "cert",
                                "sslPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06",
                                "defaultActions", List.of(forward()))),
                resource(
                        "aws:lb/listener:Listener",
                        "redirect",
                        "redirect",
                        fields(
                                "loadBalancerArn",
                                "lb",
                                "port",
                                8080,
                                "protocol",
                                "HTTP",
                                "defaultActions",
                                List.of(Map.of(
                                        "type",
                                        "redirect",
                                        "redirect",
                                        Map.of("protocol", "HTTPS", "port", "8444", "statusCode", "HTTP_301"))))),
                rule("later", 2, Map.of("pathPattern", Map.of("values", List.of("/x/*")))),
                rule(
                        "first",
                        1,
                        Map.of("httpHeader", Map.of("httpHeaderName", "X-Route", "values", List.of("green")))));
    }

    private static Map<String, Object> forward() {
        var groups = List.of(Map.of("arn", "tg-blue", "weight", 90), Map.of("arn", "tg-green", "weight", 10));
        return Map.of("type", "forward", "forward", Map.of("targetGroups", groups));
    }

    private static StoredResource group(String arn) {
        var check = Map.of("port", "8081", "path", "/health/ready", "interval", 5);
        return resource("aws:lb/targetGroup:TargetGroup", arn, arn, fields("port", 8080, "healthCheck", check));
    }

    private static StoredResource rule(String name, int priority, Map<String, Object> condition) {
        return resource(
                "aws:lb/listenerRule:ListenerRule",
                name,
                name,
                fields(
                        "listenerArn",
                        "https",
                        "priority",
                        priority,
                        "conditions",
                        List.of(condition),
                        "actions",
                        List.of(Map.of("type", "forward", "targetGroupArn", "tg-green"))));
    }

    private static List<StoredResource> cluster() {
        return Stream.concat(
                        Stream.of(DEPLOYMENT),
                        Stream.of(
                                resource(
                                        "kubernetes:core/v1:Service",
                                        "api-blue",
                                        "default/api-blue",
                                        fields(
                                                "metadata", Map.of("name", "api-blue"),
                                                "spec",
                                                        Map.of(
                                                                "selector",
                                                                LABELS,
                                                                "ports",
                                                                List.of(Map.of("port", 80, "targetPort", "http"))))),
                                resource(
                                        "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding",
                                        "api-blue",
                                        "default/api-blue",
                                        fields(
                                                "metadata", Map.of("name", "api-blue"),
                                                "spec",
                                                        Map.of(
                                                                "serviceRef",
                                                                Map.of("name", "api-blue", "port", 80),
                                                                "targetGroupARN",
                                                                "tg-blue")))))
                .toList();
    }

    private static StoredResource resource(String token, String name, String id, Fields inputs) {
        return new StoredResource(
                new Urn("urn:pulumi:test::sandbox::%s::%s".formatted(token, name)), id, 0, inputs, fields(), true);
    }
}
