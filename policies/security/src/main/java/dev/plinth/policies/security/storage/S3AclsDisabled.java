package dev.plinth.policies.security.storage;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.s3.BucketOwnershipControls;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;

/** Who may come to a bucket stands in its policy alone, and not in lists beside every object. */
final class S3AclsDisabled implements RemediatingRule {
    private static final String ENFORCED = "BucketOwnerEnforced";
    private static final ResourceTypes CONTROLS = ResourceTypes.of(BucketOwnershipControls.class);
    private static final ObjectProperty<Properties> RULE = CONTROLS.object("rule");
    private static final Property<String> OWNERSHIP = RULE.fields().text("objectOwnership");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("s3-acls-disabled", CONTROLS, "A bucket has no access lists")
                .controls(AWS_FSBP.control("S3.12"), CHECKOV.control("CKV2_AWS_65"))
                .why("Whoever writes an object can open it to others, and stays its owner; no policy tells of it.")
                .cure("set rule.objectOwnership to BucketOwnerEnforced");
    }

    @Override
    public Judgement check(Resource controls, Context context) {
        String ownership = ownership(controls);
        return Judgement.violatedIf(
                !ownership.equals(ENFORCED), "lets access lists count, as objectOwnership is " + ownership);
    }

    @Override
    public Patch remedy(Resource controls, Context context) {
        return ownership(controls).equals(ENFORCED) ? Patch.NONE : Patch.inside(RULE, Patch.put(OWNERSHIP, ENFORCED));
    }

    private static String ownership(Resource controls) {
        return controls.get(RULE).flatMap(rule -> rule.get(OWNERSHIP)).orElse("not set");
    }
}
