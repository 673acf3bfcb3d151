package dev.plinth.policies.security.cluster;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.eks.Cluster;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A cluster writes down who asked its API for what. */
final class EksAuditLogs implements RemediatingRule {
    record Logs(
            @Described(
                    "kinds of logs of EKS that a cluster writes: api, audit, authenticator, controllerManager, scheduler")
            List<String> types) {}

    private static final RuleConfig<Logs> LOGS = RuleConfig.of(new Logs(List.of("api", "audit", "authenticator")));
    private static final ResourceTypes CLUSTERS = ResourceTypes.of(Cluster.class);
    private static final Property<List<String>> ENABLED = CLUSTERS.texts("enabledClusterLogTypes");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("eks-audit-logs", CLUSTERS, "A cluster writes the logs of its API")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("EKS.8"), CHECKOV.control("CKV_AWS_37"), TRIVY.control("AWS-0038"))
                .why("Without them nobody can tell who read a secret or deleted a deployment.")
                .cure("name the missing kinds in enabledClusterLogTypes")
                .config(LOGS);
    }

    @Override
    public Judgement check(Resource cluster, Context context) {
        List<String> missing = missing(cluster, context);
        return Judgement.violatedIf(
                !missing.isEmpty(), "does not write its %s logs".formatted(String.join(", ", missing)));
    }

    @Override
    public Patch remedy(Resource cluster, Context context) {
        List<String> missing = missing(cluster, context);
        List<String> enabled = cluster.get(ENABLED).orElse(List.of());
        return missing.isEmpty()
                ? Patch.NONE
                : Patch.put(
                        ENABLED,
                        Stream.concat(enabled.stream(), missing.stream()).toList());
    }

    private static List<String> missing(Resource cluster, Context context) {
        List<String> enabled = cluster.get(ENABLED).orElse(List.of());
        return context.get(LOGS).types().stream()
                .filter(type -> !enabled.contains(type))
                .toList();
    }
}
