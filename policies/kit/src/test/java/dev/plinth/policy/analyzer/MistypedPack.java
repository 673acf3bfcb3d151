package dev.plinth.policy.analyzer;

import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import java.util.List;

/** A pack with a typing error in a constant, where rules keep their properties. */
final class MistypedPack {
    private MistypedPack() {}

    public static void main(String[] args) {
        PolicyServer.serve(args, () -> new PolicyPack("mistyped", "1.0.0", "", List.of(new MistypedRule())));
    }

    private static final class MistypedRule implements ResourceRule {
        private static final ResourceTypes INSTANCES = ResourceTypes.of(Instance.class);
        private static final Property<Boolean> PUBLIC = INSTANCES.flag("publicAccessible");

        @Override
        public RuleInfo info() {
            return RuleInfo.mandatory("mistyped", INSTANCES, "Mistyped").cure("mend it");
        }

        @Override
        public Judgement check(Resource resource, Context context) {
            return Judgement.violatedIf(!resource.has(PUBLIC), "is wrong");
        }
    }
}
