package dev.plinth.policies.security.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.iam.GroupPolicy;
import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.UserPolicy;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.aws.PolicyDocument;
import dev.plinth.policy.aws.PolicyStatement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The documents that say what an identity may do, wherever IAM takes one. Several rules read them; where a document is
 * unknown, one of them says so for all.
 */
final class Permissions {
    static final ResourceTypes TYPES =
            ResourceTypes.of(GroupPolicy.class, Policy.class, Role.class, RolePolicy.class, UserPolicy.class);

    private static final ResourceTypes DOCUMENTS =
            ResourceTypes.of(GroupPolicy.class, Policy.class, RolePolicy.class, UserPolicy.class);
    private static final Property<JsonNode> POLICY = DOCUMENTS.json("policy");
    private static final ResourceTypes ROLES = ResourceTypes.of(Role.class);
    private static final ObjectProperty<List<Properties>> INLINE = ROLES.objects("inlinePolicies");
    private static final Property<JsonNode> INLINE_POLICY = INLINE.fields().json("policy");

    private Permissions() {}

    /** Judges each statement that allows something; for the one rule that tells of a document that is not known yet. */
    static Judgement judge(Resource resource, Function<PolicyStatement, Judgement> check) {
        return resource.is(ROLES)
                ? resource.each(INLINE, policy -> judge(policy.get(INLINE_POLICY), check))
                : judge(resource.get(POLICY), check);
    }

    /** Judges the same, and has nothing to say in a preview of a document that is not known yet. */
    static Judgement judgeKnown(Resource resource, Context context, Function<PolicyStatement, Judgement> check) {
        Judgement judgement = Judgement.all(() -> judge(resource, check));
        boolean waits = judgement.violations().isEmpty() && !judgement.waits().isEmpty();
        return waits && context.run().preview()
                ? Judgement.notApplicable("waits for the document, as iam-no-admin-star says")
                : judgement;
    }

    /** Whether a statement is about everything that there is, or everything but some. */
    static boolean isOnEverything(PolicyStatement statement) {
        return statement.resources().inverted() || statement.resources().cover("*");
    }

    /** Whether a statement allows whatever AWS can do. */
    static boolean isEveryAction(PolicyStatement statement) {
        return statement.actions().cover("*") || statement.actions().cover("*:*");
    }

    /** Of these actions, those that a statement names one by one or by a pattern, other than by the one for all. */
    static List<String> named(PolicyStatement statement, List<String> actions) {
        return isEveryAction(statement) || statement.actions().inverted()
                ? List.of()
                : actions.stream().filter(statement.actions()::cover).toList();
    }

    private static Judgement judge(Optional<JsonNode> document, Function<PolicyStatement, Judgement> check) {
        return Judgement.each(
                document.map(PolicyDocument::of).map(PolicyDocument::allowing).orElse(List.of()), check);
    }
}
