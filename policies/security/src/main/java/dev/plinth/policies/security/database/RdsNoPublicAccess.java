package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;

import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A database has no address in the internet, whatever its security groups say today. */
final class RdsNoPublicAccess implements ResourceRule {
    private static final ResourceTypes DATABASES = ResourceTypes.of(Instance.class, ClusterInstance.class);
    private static final Property<Boolean> PUBLIC = DATABASES.flag("publiclyAccessible");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("rds-no-public-access", DATABASES, "A database is not reachable from the internet")
                .severity(Severity.CRITICAL)
                .controls(AWS_FSBP.control("RDS.2"), CIS_AWS.control("2.2.3"), CHECKOV.control("CKV_AWS_17"))
                .why("A public address puts one password between the internet and the data.")
                .cure("set publiclyAccessible to false and connect from inside the VPC");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        return Judgement.violatedIf(
                database.get(PUBLIC).orElse(false), "gets a public address, as publiclyAccessible is true");
    }
}
