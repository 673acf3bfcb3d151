package dev.plinth.policies.security.identity;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyAttachment;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A role's policies are declared in one way: in the role, or each as a resource of its own. */
final class IamNoMixedPolicyStyles implements StackRule {
    private static final ResourceTypes ROLES = ResourceTypes.of(Role.class);
    private static final Property<String> ROLE_NAME = ROLES.text("name");
    private static final Property<List<String>> ARNS = ROLES.texts("managedPolicyArns");
    private static final ObjectProperty<List<Properties>> INLINE = ROLES.objects("inlinePolicies");
    private static final Property<String> INLINE_NAME = INLINE.fields().text("name");

    private static final ResourceTypes ATTACHMENTS = ResourceTypes.of(RolePolicyAttachment.class);
    private static final Property<String> ATTACHED_TO = ATTACHMENTS.text("role");
    private static final Property<String> ARN = ATTACHMENTS.text("policyArn");
    private static final ResourceTypes POLICIES = ResourceTypes.of(RolePolicy.class);
    private static final Property<String> PART_OF = POLICIES.text("role");
    private static final Property<String> NAME = POLICIES.text("name");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("iam-no-mixed-policy-styles", ROLES, "A role declares its policies in one way")
                .severity(Severity.MEDIUM)
                .why("The role takes away at each deployment what the other resources have given it, and they give it"
                        + " back: in between, whatever has the role fails.")
                .cure(
                        "leave managedPolicyArns and inlinePolicies empty, and declare RolePolicyAttachment and RolePolicy");
    }

    @Override
    public Judgement check(Resource role, Stack stack, Context context) {
        return Judgement.all(() -> attachments(role, stack), () -> documents(role, stack));
    }

    private static Judgement attachments(Resource role, Stack stack) {
        if (!declares(role, ARNS)) {
            return Judgement.kept();
        }
        List<Resource> attached = stack.referring(role, ATTACHED_TO, ROLE_NAME);
        return Judgement.violatedIf(
                isMixed(role.get(ARNS).orElse(List.of()), texts(attached, ARN)),
                "has policies in managedPolicyArns and others in RolePolicyAttachment");
    }

    private static Judgement documents(Resource role, Stack stack) {
        if (!declares(role, INLINE)) {
            return Judgement.kept();
        }
        List<String> names = role.get(INLINE).orElse(List.of()).stream()
                .flatMap(policy -> policy.get(INLINE_NAME).stream())
                .toList();
        return Judgement.violatedIf(
                isMixed(names, texts(stack.referring(role, PART_OF, ROLE_NAME), NAME)),
                "has policies in inlinePolicies and others in RolePolicy");
    }

    private static boolean declares(Resource role, Property<?> policies) {
        return role.has(policies) && !role.isUnknown(policies);
    }

    /** The role's outputs also list what others have given it: only what they have not is declared in the role. */
    private static boolean isMixed(List<String> ofRole, Set<String> ofOthers) {
        return !ofOthers.isEmpty() && !ofOthers.containsAll(ofRole);
    }

    private static Set<String> texts(List<Resource> resources, Property<String> property) {
        return resources.stream()
                .map(resource -> resource.isUnknown(property)
                        ? resource.urn()
                        : resource.get(property).orElse(resource.urn()))
                .collect(Collectors.toSet());
    }
}
