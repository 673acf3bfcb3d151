package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.proxy.ListenerSettings;
import dev.plinth.sandbox.proxy.Rule;
import dev.plinth.sandbox.proxy.TlsSettings;
import dev.plinth.sandbox.proxy.TlsVersion;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The listeners of a load balancer, with their rules and certificates. */
final class ListenerPlan {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private final Snapshot snapshot;

    ListenerPlan(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    List<ListenerSettings> of(String loadBalancerArn) {
        return snapshot.ofType("aws:lb/listener:Listener")
                .filter(listener -> refersTo(listener, "loadBalancerArn", loadBalancerArn))
                .flatMap(listener -> settings(listener).stream())
                .toList();
    }

    /** A listener whose certificate is gone, or not there yet, cannot listen; whoever makes one is told so. */
    private Optional<ListenerSettings> settings(StoredResource listener) {
        var inputs = new Properties(listener.inputs());
        var action = Actions.of(inputs.each("defaultActions"));
        var rules = rules(listener.id());
        var settings = inputs.text("protocol").filter("HTTPS"::equals).isEmpty()
                ? Optional.of(ListenerSettings.http(listener.id(), port(inputs, HTTP_PORT), action, rules))
                : tls(inputs)
                        .map(tls ->
                                ListenerSettings.https(listener.id(), port(inputs, HTTPS_PORT), tls, action, rules));
        return settings.map(known -> known.withResponseHeaders(ResponseHeaders.of(inputs)));
    }

    private static int port(Properties listener, int usual) {
        return listener.whole("port").orElse(usual);
    }

    private List<Rule> rules(String listenerArn) {
        return snapshot.ofType("aws:lb/listenerRule:ListenerRule")
                .filter(rule -> refersTo(rule, "listenerArn", listenerArn))
                .map(ListenerPlan::rule)
                .sorted(Comparator.comparingInt(Rule::priority))
                .toList();
    }

    private static Rule rule(StoredResource rule) {
        var inputs = new Properties(rule.inputs());
        int lastPriority = 50_000;
        return new Rule(
                inputs.whole("priority").orElse(lastPriority),
                inputs.each("conditions").stream().flatMap(Conditions::of).toList(),
                Actions.of(inputs.each("actions")));
    }

    private Optional<TlsSettings> tls(Properties inputs) {
        var arn = inputs.text("certificateArn").orElse("");
        var policy = inputs.text("sslPolicy").orElse("");
        return snapshot.ofType("aws:acm/certificate:Certificate")
                .filter(certificate -> certificate.id().equals(arn))
                .flatMap(certificate -> new Properties(certificate.outputs()).text("__folder").stream())
                .findFirst()
                .map(folder -> new TlsSettings(
                        Path.of(folder, "certificate.pem"),
                        Path.of(folder, "key.pem"),
                        oldest(policy),
                        newest(policy)));
    }

    /** ELBSecurityPolicy-TLS13-1-3-2021-06 speaks 1.3 only; what older policies allow below 1.2 no JDK speaks. */
    private static TlsVersion oldest(String policy) {
        return policy.contains("TLS13-1-3") ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
    }

    private static TlsVersion newest(String policy) {
        return policy.contains("TLS13") ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
    }

    private static boolean refersTo(StoredResource resource, String property, String arn) {
        return new Properties(resource.inputs())
                .text(property)
                .filter(arn::equals)
                .isPresent();
    }
}
