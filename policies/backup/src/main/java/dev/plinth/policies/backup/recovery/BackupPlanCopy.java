package dev.plinth.policies.backup.recovery;

import com.pulumi.aws.backup.Plan;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import java.util.List;

/** A backup plan copies its backups to a second vault, which is in another region or account. */
final class BackupPlanCopy implements ResourceRule {
    private static final ResourceTypes PLANS = ResourceTypes.of(Plan.class);
    private static final ObjectProperty<List<Properties>> RULES = PLANS.objects("rules");
    private static final ObjectProperty<List<Properties>> COPIES =
            RULES.fields().objects("copyActions");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("backup-plan-copy", PLANS, "A backup plan copies its backups to a second place")
                .why("A region that fails, or an account that is taken over, takes the only copy along.")
                .cure("give a rule of the plan copyActions with the ARN of a vault in another region or account");
    }

    @Override
    public Judgement check(Resource plan, Context context) {
        boolean copies = plan.get(RULES).orElse(List.of()).stream().anyMatch(rule -> rule.has(COPIES));
        return Judgement.violatedIf(!copies, "keeps every backup in one place, as no rule of it has copyActions");
    }
}
