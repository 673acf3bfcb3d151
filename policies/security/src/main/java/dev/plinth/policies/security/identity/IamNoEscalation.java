package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.aws.PolicyStatement;
import java.util.List;
import java.util.regex.Pattern;

/** No identity may give itself the rights of another. */
final class IamNoEscalation implements ResourceRule {
    record Actions(
            @Described("actions of IAM by which an identity gets rights that it does not have")
            List<String> actions) {}

    private static final RuleConfig<Actions> ACTIONS = RuleConfig.of(new Actions(List.of(
            "iam:AddUserToGroup",
            "iam:AttachGroupPolicy",
            "iam:AttachRolePolicy",
            "iam:AttachUserPolicy",
            "iam:CreateAccessKey",
            "iam:CreateLoginProfile",
            "iam:CreatePolicyVersion",
            "iam:PassRole",
            "iam:PutGroupPolicy",
            "iam:PutRolePolicy",
            "iam:PutUserPolicy",
            "iam:SetDefaultPolicyVersion",
            "iam:UpdateAssumeRolePolicy",
            "iam:UpdateLoginProfile")));

    /** All that IAM has of a kind, in any account or in one. */
    private static final Pattern EVERY_IDENTITY =
            Pattern.compile("arn:[^:]*:iam::[^:]*:(|group/|policy/|role/|user/)\\*");

    private static final Pattern ABOUT_IDENTITIES = Pattern.compile("(?i)iam:.*|aws:ResourceTag/.*");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "iam-no-escalation", Permissions.TYPES, "No policy lets its holder raise his own rights")
                .severity(Severity.HIGH)
                .controls(CHECKOV.control("CKV_AWS_286"), TRIVY.control("AWS-0342"))
                .why("Who may pass any role to a machine, or write any policy, is an administrator by a detour.")
                .cure("name the roles, users or policies in the statement, or add a condition on iam:PassedToService")
                .config(ACTIONS);
    }

    @Override
    public Judgement check(Resource policy, Context context) {
        List<String> actions = context.get(ACTIONS).actions();
        return Permissions.judgeKnown(policy, context, statement -> check(statement, actions));
    }

    private static Judgement check(PolicyStatement statement, List<String> actions) {
        boolean narrow = !isOnEveryIdentity(statement)
                || statement.conditions().stream()
                        .anyMatch(condition ->
                                ABOUT_IDENTITIES.matcher(condition.key()).matches());
        List<String> named = Permissions.named(statement, actions);
        return Judgement.violatedIf(
                !narrow && !named.isEmpty(),
                "can raise its own rights by %s, which it may do to every identity"
                        .formatted(String.join(", ", named)));
    }

    private static boolean isOnEveryIdentity(PolicyStatement statement) {
        return Permissions.isOnEverything(statement)
                || statement.resources().patterns().stream()
                        .anyMatch(pattern -> EVERY_IDENTITY.matcher(pattern).matches());
    }
}
