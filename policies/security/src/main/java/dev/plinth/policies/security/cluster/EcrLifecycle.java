package dev.plinth.policies.security.cluster;

import static dev.plinth.policy.Framework.AWS_FSBP;

import com.pulumi.aws.ecr.LifecyclePolicy;
import com.pulumi.aws.ecr.Repository;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** Images that nobody needs any more go away by themselves. */
final class EcrLifecycle implements StackRule {
    private static final ResourceTypes REPOSITORIES = ResourceTypes.of(Repository.class);
    private static final Property<String> NAME = REPOSITORIES.text("name");
    private static final Property<String> REPOSITORY =
            ResourceTypes.of(LifecyclePolicy.class).text("repository");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("ecr-lifecycle", REPOSITORIES, "A repository removes images that are old")
                .severity(Severity.LOW)
                .controls(AWS_FSBP.control("ECR.3"))
                .why("Old images cost money every month, and the flaws in them can still be started.")
                .cure("add a LifecyclePolicy to the repository");
    }

    @Override
    public Judgement check(Resource repository, Stack stack, Context context) {
        return Judgement.violatedIf(
                stack.mayRefer(repository, REPOSITORY, NAME).isEmpty(), "keeps every image forever");
    }
}
