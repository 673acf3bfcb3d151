package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.iam.PolicyAttachment;
import com.pulumi.aws.iam.UserPolicy;
import com.pulumi.aws.iam.UserPolicyAttachment;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** No user has rights of his own: they come with a group or a role, which are reviewed once. */
final class IamNoUserPolicies implements ResourceRule {
    private static final ResourceTypes ATTACHMENTS = ResourceTypes.of(PolicyAttachment.class);
    private static final Property<List<String>> USERS = ATTACHMENTS.texts("users");

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(PolicyAttachment.class, UserPolicy.class, UserPolicyAttachment.class);
        return RuleInfo.mandatory("iam-no-user-policies", types, "No policy is given to a user")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("IAM.2"),
                        CIS_AWS.control("1.14"),
                        CHECKOV.control("CKV_AWS_40"),
                        TRIVY.control("AWS-0143"))
                .why("Rights of single users pile up; nobody sees who may do what, or takes them back.")
                .cure("give the policy to a role that the user takes on, or to a group that he is in");
    }

    @Override
    public Judgement check(Resource policy, Context context) {
        boolean toUser = !policy.is(ATTACHMENTS) || policy.has(USERS);
        return Judgement.violatedIf(toUser, "gives rights to a user");
    }
}
