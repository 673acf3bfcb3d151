package dev.plinth.policies.backup.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;

import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** The data of a database is on a second machine at any time: on a standby or on a replica of the same stack. */
final class RdsSecondCopy implements StackRule {
    private static final ResourceTypes INSTANCES = ResourceTypes.of(Instance.class);
    private static final Property<Boolean> STANDBY = INSTANCES.flag("multiAz");
    private static final Property<String> SOURCE = INSTANCES.text("replicateSourceDb");
    private static final Property<String> IDENTIFIER = INSTANCES.text("identifier");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("rds-second-copy", INSTANCES, "A database has a standby or a replica")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("RDS.5"), CIS_AWS.control("2.2.4"), CHECKOV.control("CKV_AWS_157"))
                .why("If the only machine fails, the service waits until a new one is restored from a backup.")
                .cure("set multiAz to true, or add an instance with this one as its replicateSourceDb");
    }

    @Override
    public Judgement check(Resource instance, Stack stack, Context context) {
        if (instance.has(SOURCE) || instance.get(STANDBY).orElse(false)) {
            return Judgement.kept();
        }
        boolean replicated = stack.all(INSTANCES).stream()
                .filter(replica -> replica.has(SOURCE))
                .anyMatch(replica -> isOf(instance, replica, stack));
        return Judgement.violatedIf(!replicated, "is alone, with neither a standby nor a replica");
    }

    private static boolean isOf(Resource instance, Resource replica, Stack stack) {
        // In the preview of a new stack no source is known: a note on every database would say nothing.
        return replica.isUnknown(SOURCE)
                || stack.referenced(replica, SOURCE, IDENTIFIER).contains(instance);
    }
}
