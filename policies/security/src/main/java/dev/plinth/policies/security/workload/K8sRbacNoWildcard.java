package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A role says what it allows, so that it does not grow with the cluster. */
final class K8sRbacNoWildcard implements ResourceRule {
    private static final String ANY = "*";

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-rbac-no-wildcard", Grant.ROLES, "A role does not allow everything")
                .severity(Severity.HIGH)
                .controls(CHECKOV.control("CKV_K8S_49"))
                .why("A * also allows what a controller brings along tomorrow, and nobody will look at the role again.")
                .cure("list the verbs, resources and API groups that are needed");
    }

    @Override
    public Judgement check(Resource role, Context context) {
        return Grant.each(
                role,
                grant -> Judgement.each(
                        wildcards(grant), wildcard -> Judgement.violated("allows * in %s".formatted(wildcard))));
    }

    private static List<String> wildcards(Grant grant) {
        return Stream.of(
                        grant.verbs().contains(ANY) ? "verbs" : "",
                        grant.resources().contains(ANY) ? "resources" : "",
                        grant.groups().contains(ANY) ? "apiGroups" : "")
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
