package dev.plinth.policies.backup.database;

import static dev.plinth.policy.Framework.AWS_FSBP;

import com.pulumi.aws.rds.ClusterInstance;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** An Aurora cluster has a second instance, which takes over by itself when the first one fails. */
final class RdsClusterStandby implements StackRule {
    private static final int INSTANCES_MIN = 2;

    private static final Property<String> ENGINE = Databases.CLUSTERS.text("engine");
    private static final Property<String> OWNER =
            ResourceTypes.of(ClusterInstance.class).text("clusterIdentifier");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("rds-cluster-standby", Databases.CLUSTERS, "An Aurora cluster has a second instance")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("RDS.15"))
                .why(
                        "If the only instance fails, the service waits until AWS has made a new one, perhaps in a full zone.")
                .cure("add a ClusterInstance with the cluster's clusterIdentifier");
    }

    @Override
    public Judgement check(Resource cluster, Stack stack, Context context) {
        if (!cluster.get(ENGINE).orElse("").startsWith("aurora")) {
            return Judgement.notApplicable("is about Aurora: any other cluster has its readers by itself");
        }
        int instances = stack.mayRefer(cluster, OWNER, Databases.CLUSTER_NAME).size();
        return Judgement.violatedIf(
                instances < INSTANCES_MIN, "has %d of at least %d instances".formatted(instances, INSTANCES_MIN));
    }
}
