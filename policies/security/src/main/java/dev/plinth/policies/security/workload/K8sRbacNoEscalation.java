package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.kubernetes.Metadata;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** No role allows what ends in all rights: to hand out rights, to take others' place, to read all secrets. */
final class K8sRbacNoEscalation implements ResourceRule {
    record Exemption(
            @Described("names of roles that somebody has looked at and that need such a right")
            List<String> roles) {}

    /** A right that leads to more of them. */
    private record Danger(Set<String> resources, Set<String> verbs, String meaning) {
        boolean isIn(Grant grant) {
            return grant.resources().stream().anyMatch(resources::contains)
                    && grant.verbs().stream().anyMatch(verbs::contains);
        }
    }

    private static final Set<String> WRITING = Set.of("create", "update", "patch");
    private static final Set<String> WEBHOOKS =
            Set.of("mutatingwebhookconfigurations", "validatingwebhookconfigurations");

    private static final List<Danger> DANGERS = List.of(
            new Danger(Set.of("roles", "clusterroles"), Set.of("escalate"), "write roles with rights it does not have"),
            new Danger(Set.of("roles", "clusterroles"), Set.of("bind"), "give any role to anybody"),
            new Danger(
                    Set.of("users", "groups", "serviceaccounts", "userextras", "uids"),
                    Set.of("impersonate"),
                    "act as somebody else"),
            new Danger(WEBHOOKS, WRITING, "change every object on its way into the cluster"),
            new Danger(
                    Set.of("certificatesigningrequests/approval"),
                    Set.of("update", "patch"),
                    "approve certificates for anybody"),
            new Danger(Set.of("signers"), Set.of("approve"), "approve certificates for anybody"),
            new Danger(Set.of("pods/exec", "pods/attach"), Set.of("create", "get"), "run commands in other pods"),
            new Danger(Set.of("nodes/proxy"), Set.of("create", "get"), "run commands in all pods of a node"),
            new Danger(Set.of("services/status"), Set.of("update", "patch"), "turn others' traffic to itself"));
    private static final Danger SECRETS =
            new Danger(Set.of("secrets"), Set.of("get", "list", "watch"), "read all secrets");

    private static final RuleConfig<Exemption> EXEMPTION = RuleConfig.of(new Exemption(List.of()));
    private static final Metadata METADATA = Metadata.of(Grant.ROLES);

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-rbac-no-escalation", Grant.ROLES, "A role does not lead to more rights")
                .severity(Severity.HIGH)
                .controls(
                        CHECKOV.control("CKV_K8S_155"),
                        CHECKOV.control("CKV_K8S_156"),
                        CHECKOV.control("CKV_K8S_157"),
                        CHECKOV.control("CKV_K8S_158"),
                        CHECKOV.control("CKV2_K8S_1"),
                        CHECKOV.control("CKV2_K8S_2"),
                        CHECKOV.control("CKV2_K8S_3"),
                        CHECKOV.control("CKV2_K8S_4"),
                        CHECKOV.control("CKV2_K8S_5"))
                .why("Who gets hold of one such account gets hold of the cluster.")
                .cure("leave the right out, name single objects by resourceNames, or list the role as exempt")
                .config(EXEMPTION);
    }

    @Override
    public Judgement check(Resource role, Context context) {
        List<String> exempt = context.get(EXEMPTION).roles();
        if (METADATA.knownName(role).filter(exempt::contains).isPresent()) {
            return Judgement.notApplicable("leaves a role alone that is listed as exempt");
        }
        return Grant.each(role, K8sRbacNoEscalation::checkGrant);
    }

    private static Judgement checkGrant(Grant grant) {
        Stream<Danger> secrets = grant.named() ? Stream.empty() : Stream.of(SECRETS);
        return Judgement.violated(Stream.concat(DANGERS.stream(), secrets)
                .filter(danger -> danger.isIn(grant))
                .map(danger -> "lets its owner " + danger.meaning())
                .distinct()
                .toList());
    }
}
