package dev.plinth.infra.edge;

import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.ListenerRuleArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionHttpHeaderArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.release.Colour;
import dev.plinth.infra.secret.GeneratedSecret;
import dev.plinth.infra.secret.GeneratedSecretArgs;
import dev.plinth.infra.secret.SecretPolicy;
import java.util.List;
import java.util.Map;

/**
 * A way to one colour, whatever the weights say, for those who know a secret: so a release is tested where it will
 * serve, before it serves anybody.
 */
final class TestRoute extends ComponentResource {
    /** Its value is the secret, a dash and the colour. */
    static final String HEADER = "X-Plinth-Test-Route";

    private final Output<String> key;

    TestRoute(String name, LoadBalancer balancer, SecretPolicy secrets, Scope scope) {
        super("plinth:edge:TestRoute", name, scope.options());
        var secret = new GeneratedSecret(
                name,
                new GeneratedSecretArgs("Opens the way to one colour of the API", Map.of(), secrets),
                scope.within(this));
        this.key = secret.password();
        for (var colour : Colour.values()) {
            var coloured = "%s-%s".formatted(name, colour);
            new ListenerRule(coloured, ruleArgs(coloured, colour, balancer, scope), scope.child(this));
        }
        registerOutputs(Map.of());
    }

    /** The secret that comes before the colour in the header. */
    Output<String> key() {
        return key;
    }

    private ListenerRuleArgs ruleArgs(String name, Colour colour, LoadBalancer balancer, Scope scope) {
        return ListenerRuleArgs.builder()
                .listenerArn(balancer.listenerArn())
                .priority(colour == Colour.BLUE ? 1 : 2)
                .conditions(ListenerRuleConditionArgs.builder()
                        .httpHeader(ListenerRuleConditionHttpHeaderArgs.builder()
                                .httpHeaderName(HEADER)
                                .values(key.applyValue(known -> List.of("%s-%s".formatted(known, colour)))
                                        .asSecret())
                                .build())
                        .build())
                .actions(ListenerRuleActionArgs.builder()
                        .type("forward")
                        .targetGroupArn(balancer.targetGroups().of(colour).arn())
                        .build())
                .tags(scope.tags(name))
                .build();
    }
}
