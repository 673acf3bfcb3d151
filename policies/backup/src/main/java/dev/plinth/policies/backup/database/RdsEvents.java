package dev.plinth.policies.backup.database;

import static dev.plinth.policy.Framework.AWS_FSBP;

import com.pulumi.aws.rds.EventSubscription;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** People are told when a database fails or is maintained, by whatever subscription of the stack. */
final class RdsEvents implements StackRule {
    record Events(
            @Described("categories of events that somebody has to be told of, as AWS names them")
            List<String> categories) {}

    private static final RuleConfig<Events> EVENTS = RuleConfig.of(new Events(List.of("failure", "maintenance")));
    private static final ResourceTypes SUBSCRIPTIONS = ResourceTypes.of(EventSubscription.class);
    private static final Property<Boolean> ENABLED = SUBSCRIPTIONS.flag("enabled");
    private static final Property<String> TYPE = SUBSCRIPTIONS.text("sourceType");
    private static final Property<List<String>> SOURCES = SUBSCRIPTIONS.texts("sourceIds");
    private static final Property<List<String>> CATEGORIES = SUBSCRIPTIONS.texts("eventCategories");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("rds-events", Databases.ALL, "People are told what happens to a database")
                .severity(Severity.LOW)
                .controls(AWS_FSBP.control("RDS.19"), AWS_FSBP.control("RDS.20"))
                .why("Otherwise a failover at night is a riddle in the morning.")
                .cure("add an EventSubscription of the database's type with the categories that the rule asks for")
                .config(EVENTS);
    }

    @Override
    public Judgement check(Resource database, Stack stack, Context context) {
        if (Databases.isReplica(database)) {
            return Judgement.notApplicable("leaves a replica to its source");
        }
        List<String> needed = context.get(EVENTS).categories();
        boolean told = stack.all(SUBSCRIPTIONS).stream()
                .filter(subscription -> isEnabled(subscription) && covers(subscription, needed))
                .anyMatch(subscription -> isOf(database, subscription, stack));
        return Judgement.violatedIf(
                !told, "has no subscription to its events of %s".formatted(String.join(", ", needed)));
    }

    private static boolean isEnabled(Resource subscription) {
        return subscription.isUnknown(ENABLED) || subscription.get(ENABLED).orElse(true);
    }

    private static boolean covers(Resource subscription, List<String> needed) {
        // None means all of them.
        return subscription.isUnknown(CATEGORIES)
                || !subscription.has(CATEGORIES)
                || subscription.get(CATEGORIES).orElse(List.of()).containsAll(needed);
    }

    private static boolean isOf(Resource database, Resource subscription, Stack stack) {
        boolean instance = database.is(Databases.INSTANCES);
        boolean typed = subscription.isUnknown(TYPE)
                || List.of("", instance ? "db-instance" : "db-cluster")
                        .contains(subscription.get(TYPE).orElse(""));
        Property<String> name = instance ? Databases.INSTANCE_NAME : Databases.CLUSTER_NAME;
        return typed
                && (!subscription.has(SOURCES)
                        || stack.mayRefer(database, SOURCES, name).contains(subscription));
    }
}
