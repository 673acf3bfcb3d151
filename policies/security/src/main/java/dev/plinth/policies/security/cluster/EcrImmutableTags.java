package dev.plinth.policies.security.cluster;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.ecr.Repository;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** What a tag names today it names tomorrow. */
final class EcrImmutableTags implements RemediatingRule {
    private static final ResourceTypes REPOSITORIES = ResourceTypes.of(Repository.class);
    private static final Property<String> MUTABILITY = REPOSITORIES.text("imageTagMutability");
    private static final String IMMUTABLE = "IMMUTABLE";

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("ecr-immutable-tags", REPOSITORIES, "Tags of images cannot be moved")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("ECR.2"), CHECKOV.control("CKV_AWS_51"), TRIVY.control("AWS-0031"))
                .why("Whoever may push can put other code under a tag that was tested and released.")
                .cure("set imageTagMutability to IMMUTABLE");
    }

    @Override
    public Judgement check(Resource repository, Context context) {
        return Judgement.violatedIf(!isImmutable(repository), "lets tags be moved to other images");
    }

    @Override
    public Patch remedy(Resource repository, Context context) {
        return isImmutable(repository) ? Patch.NONE : Patch.put(MUTABILITY, IMMUTABLE);
    }

    private static boolean isImmutable(Resource repository) {
        return repository.get(MUTABILITY).orElse("").equals(IMMUTABLE);
    }
}
