package dev.plinth.infra.database;

import com.pulumi.aws.rds.EventSubscription;
import com.pulumi.aws.rds.EventSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;

/** Tells people what RDS does to the database, and what others do to it, as AWS's controls RDS.20 to RDS.22 ask. */
final class DatabaseEvents extends ComponentResource {
    private final Output<String> topicArn;
    private final Scope scope;

    DatabaseEvents(String name, Sources sources, Output<String> topicArn, Scope scope) {
        super("plinth:database:DatabaseEvents", name, scope.options());
        this.topicArn = topicArn;
        this.scope = scope;
        subscribe(
                name + "-servers",
                of("db-instance", sources.servers())
                        .eventCategories(
                                "availability",
                                "configuration change",
                                "deletion",
                                "failover",
                                "failure",
                                "low storage",
                                "maintenance",
                                "notification",
                                "read replica",
                                "recovery"));
        subscribe(
                name + "-parameters",
                of("db-parameter-group", sources.parameterGroup().applyValue(List::of))
                        .eventCategories("configuration change"));
        // Of all groups: RDS's own security groups are of the time before VPCs, and any use of one is news.
        subscribe(
                name + "-security",
                EventSubscriptionArgs.builder()
                        .sourceType("db-security-group")
                        .eventCategories("configuration change", "failure"));
        subscribe(
                name + "-proxy",
                of("db-proxy", sources.proxy().applyValue(List::of))
                        .eventCategories("configuration change", "deletion", "failure"));
        registerOutputs(Map.of());
    }

    /** What the events are of, by identifier. */
    record Sources(Output<List<String>> servers, Output<String> parameterGroup, Output<String> proxy) {}

    private static EventSubscriptionArgs.Builder of(String type, Output<List<String>> ids) {
        return EventSubscriptionArgs.builder().sourceType(type).sourceIds(ids);
    }

    private void subscribe(String name, EventSubscriptionArgs.Builder subscription) {
        var args = subscription
                .name(scope.title(name))
                .snsTopic(topicArn)
                .tags(scope.tags(name))
                .build();
        new EventSubscription(name, args, scope.child(this));
    }
}
