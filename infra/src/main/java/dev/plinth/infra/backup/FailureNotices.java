package dev.plinth.infra.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells people about every backup, copy or restore that failed, and only about those. The vaults' own notifications
 * would tell of the good ones too.
 */
final class FailureNotices extends ComponentResource {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Kinds of jobs by the name of their events, and how each of them fails: AWS Backup's EventBridge reference. */
    private static final Map<String, Failure> FAILURES = new TreeMap<>(Map.of(
            "backup", new Failure("Backup Job State Change", "state", List.of("FAILED", "ABORTED", "EXPIRED")),
            "copy", new Failure("Copy Job State Change", "state", List.of("FAILED")),
            "restore", new Failure("Restore Job State Change", "status", List.of("FAILED", "ABORTED"))));

    FailureNotices(String name, Output<String> topicArn, Scope scope) {
        super("plinth:backup:FailureNotices", name, scope.options());
        FAILURES.forEach((kind, failure) -> add(name + "-" + kind, failure, topicArn, scope));
        registerOutputs(Map.of());
    }

    private void add(String name, Failure failure, Output<String> topicArn, Scope scope) {
        CustomResourceOptions child = scope.child(this);
        var rule = new EventRule(
                name,
                EventRuleArgs.builder()
                        .name(scope.title(name))
                        .description("AWS Backup: %s to %s".formatted(failure.event(), failure.states()))
                        .eventPattern(failure.pattern())
                        .tags(scope.tags(name))
                        .build(),
                child);
        new EventTarget(
                name, EventTargetArgs.builder().rule(rule.name()).arn(topicArn).build(), child);
    }

    private record Failure(String event, String field, List<String> states) {
        String pattern() {
            try {
                var pattern = new TreeMap<String, Object>(Map.of(
                        "source", List.of("aws.backup"),
                        "detail-type", List.of(event),
                        "detail", Map.of(field, states)));
                return JSON.writeValueAsString(pattern);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("texts are always JSON", e);
            }
        }
    }
}
