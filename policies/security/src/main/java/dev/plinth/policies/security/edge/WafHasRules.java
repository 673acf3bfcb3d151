package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;

/** A web ACL does something. */
final class WafHasRules implements ResourceRule {
    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("waf-has-rules", WafRules.ACLS, "A web ACL has rules")
                .controls(AWS_FSBP.control("WAF.10"), CHECKOV.control("CKV_AWS_175"))
                .why("Without rules every request gets the default action: it looks guarded and is not.")
                .cure("set rules, or ruleJson");
    }

    @Override
    public Judgement check(Resource acl, Context context) {
        boolean ruled = acl.has(WafRules.RULES) || acl.has(WafRules.JSON);
        return Judgement.violatedIf(!ruled, "has no rules, so it looks at nothing");
    }
}
