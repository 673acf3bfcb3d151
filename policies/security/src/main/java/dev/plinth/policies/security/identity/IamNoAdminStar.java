package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** No identity may do everything with everything. */
final class IamNoAdminStar implements ResourceRule {
    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("iam-no-admin-star", Permissions.TYPES, "No policy allows everything on everything")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("IAM.1"),
                        CIS_AWS.control("1.15"),
                        CHECKOV.control("CKV_AWS_62"),
                        CHECKOV.control("CKV_AWS_63"),
                        TRIVY.control("AWS-0057"))
                .why("Whoever gets hold of such an identity owns the account, with all data and all backups.")
                .cure("name the services and resources that the identity works with in its policy");
    }

    @Override
    public Judgement check(Resource policy, Context context) {
        return Permissions.judge(
                policy,
                statement -> Judgement.violatedIf(
                        Permissions.isEveryAction(statement) && Permissions.isOnEverything(statement),
                        "allows every action on every resource"));
    }
}
