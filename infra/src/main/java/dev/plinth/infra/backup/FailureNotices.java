package dev.plinth.infra.backup;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.notices.EventNotice;
import dev.plinth.infra.notices.EventNotice.Events;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells people about every backup, copy or restore that failed, and only about those. The vaults' own notifications
 * would tell of the good ones too.
 */
final class FailureNotices extends ComponentResource {
    /** Kinds of jobs by the name of their events, and how each of them fails: AWS Backup's EventBridge reference. */
    private static final Map<String, Failure> FAILURES = new TreeMap<>(Map.of(
            "backup", new Failure("Backup Job State Change", "state", List.of("FAILED", "ABORTED", "EXPIRED")),
            "copy", new Failure("Copy Job State Change", "state", List.of("FAILED")),
            "restore", new Failure("Restore Job State Change", "status", List.of("FAILED", "ABORTED"))));

    FailureNotices(String name, Output<String> topicArn, Scope scope) {
        super("plinth:backup:FailureNotices", name, scope.options());
        var within = scope.within(this);
        FAILURES.forEach((kind, failure) -> new EventNotice(name + "-" + kind, failure.events(), topicArn, within));
        registerOutputs(Map.of());
    }

    private record Failure(String event, String field, List<String> states) {
        Events events() {
            return new Events(
                    "AWS Backup: %s to %s".formatted(event, states),
                    Map.of(
                            "source", List.of("aws.backup"),
                            "detail-type", List.of(event),
                            "detail", Map.of(field, states)));
        }
    }
}
