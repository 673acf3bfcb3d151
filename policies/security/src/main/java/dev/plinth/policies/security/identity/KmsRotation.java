package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.kms.Key;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A key that KMS can rotate gets new material every year. */
final class KmsRotation implements RemediatingRule {
    private static final ResourceTypes KEYS = ResourceTypes.of(Key.class);
    private static final Property<Boolean> ROTATED = KEYS.flag("enableKeyRotation");
    private static final Property<String> SPEC = KEYS.text("customerMasterKeySpec");
    private static final Property<String> STORE = KEYS.text("customKeyStoreId");
    private static final String SYMMETRIC = "SYMMETRIC_DEFAULT";

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("kms-rotation", KEYS, "A key is rotated")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("KMS.4"),
                        CIS_AWS.control("3.6"),
                        CHECKOV.control("CKV_AWS_7"),
                        TRIVY.control("AWS-0065"))
                .why("The more one key encrypts, the more is lost with it; rotation costs nothing and changes no data.")
                .cure("set enableKeyRotation to true");
    }

    @Override
    public Judgement check(Resource key, Context context) {
        if (!canBeRotated(key)) {
            return Judgement.notApplicable("is about symmetric keys that KMS itself keeps");
        }
        return Judgement.violatedIf(!key.get(ROTATED).orElse(false), "is never rotated");
    }

    @Override
    public Patch remedy(Resource key, Context context) {
        boolean kept = !canBeRotated(key) || key.get(ROTATED).orElse(false);
        return kept ? Patch.NONE : Patch.put(ROTATED, true);
    }

    private static boolean canBeRotated(Resource key) {
        return key.get(SPEC).orElse(SYMMETRIC).equals(SYMMETRIC) && !key.has(STORE);
    }
}
