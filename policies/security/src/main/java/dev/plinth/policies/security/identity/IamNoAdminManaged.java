package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.iam.GroupPolicyAttachment;
import com.pulumi.aws.iam.PolicyAttachment;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RolePolicyAttachment;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** No identity has one of AWS's own policies that make it an administrator. */
final class IamNoAdminManaged implements ResourceRule {
    record Policies(
            @Described("names of AWS's own policies that nobody gets")
            List<String> names) {}

    private static final RuleConfig<Policies> POLICIES =
            RuleConfig.of(new Policies(List.of("AdministratorAccess", "IAMFullAccess")));
    private static final ResourceTypes ATTACHMENTS =
            ResourceTypes.of(GroupPolicyAttachment.class, PolicyAttachment.class, RolePolicyAttachment.class);
    private static final Property<String> ARN = ATTACHMENTS.text("policyArn");
    private static final ResourceTypes ROLES = ResourceTypes.of(Role.class);
    private static final Property<List<String>> ARNS = ROLES.texts("managedPolicyArns");

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(
                GroupPolicyAttachment.class, PolicyAttachment.class, RolePolicyAttachment.class, Role.class);
        return RuleInfo.mandatory("iam-no-admin-managed", types, "No identity has an administrator's policy of AWS")
                .severity(Severity.HIGH)
                .controls(CHECKOV.control("CKV_AWS_274"), CHECKOV.control("CKV2_AWS_56"))
                .why("Whoever gets hold of such an identity owns the account, with all data and all backups.")
                .cure("attach a policy that names the services and resources that the identity works with")
                .config(POLICIES);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        List<String> forbidden = context.get(POLICIES).names();
        return Judgement.violated(arns(resource).stream()
                .filter(arn -> arn.matches("arn:[^:]*:iam::aws:policy/.*"))
                .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
                .filter(forbidden::contains)
                .map("has AWS's policy %s"::formatted)
                .toList());
    }

    private static List<String> arns(Resource resource) {
        if (resource.is(ROLES)) {
            return resource.get(ARNS).orElse(List.of());
        }
        // AWS's own policies have ARNs that a program knows: what is not known yet is a policy of the program's.
        return resource.isUnknown(ARN) ? List.of() : resource.get(ARN).stream().toList();
    }
}
