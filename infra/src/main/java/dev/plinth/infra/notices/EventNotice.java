package dev.plinth.infra.notices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.Map;
import java.util.TreeMap;

/** Sends a kind of event of AWS's services to the topic. */
public final class EventNotice extends ComponentResource {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is told: a sentence for the console, and EventBridge's pattern of the events. */
    public record Events(String description, Map<String, Object> pattern) {}

    public EventNotice(String name, Events events, Output<String> topicArn, Scope scope) {
        super("plinth:notices:EventNotice", name, scope.options());
        var rule = new EventRule(
                name,
                EventRuleArgs.builder()
                        .name(scope.title(name))
                        .description(events.description())
                        .eventPattern(json(events.pattern()))
                        .tags(scope.tags(name))
                        .build(),
                scope.child(this));
        new EventTarget(
                name,
                EventTargetArgs.builder()
                        .rule(rule.name())
                        .targetId("notices")
                        .arn(topicArn)
                        .build(),
                scope.child(this));
        registerOutputs(Map.of());
    }

    private static String json(Map<String, Object> pattern) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(pattern));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a pattern of texts, numbers, lists and maps is always JSON", e);
        }
    }
}
