package dev.plinth.policies.security.workload;

import com.pulumi.kubernetes.rbac.v1.ClusterRoleBinding;
import com.pulumi.kubernetes.rbac.v1.RoleBinding;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.kubernetes.Metadata;
import java.util.List;
import java.util.Set;

/** Nobody is the cluster's administrator for good, and nobody unknown has any role. */
final class K8sNoClusterAdmin implements ResourceRule {
    record Exemption(
            @Described("names of bindings to cluster-admin that are meant")
            List<String> bindings) {}

    private static final Set<String> NOBODY_KNOWN =
            Set.of("system:masters", "system:anonymous", "system:unauthenticated");

    private static final RuleConfig<Exemption> EXEMPTION = RuleConfig.of(new Exemption(List.of("cluster-admin")));
    private static final ResourceTypes BINDINGS = ResourceTypes.of(ClusterRoleBinding.class, RoleBinding.class);
    private static final Metadata METADATA = Metadata.of(BINDINGS);
    private static final ObjectProperty<Properties> ROLE = BINDINGS.object("roleRef");
    private static final Property<String> ROLE_NAME = ROLE.fields().text("name");
    private static final ObjectProperty<List<Properties>> SUBJECTS = BINDINGS.objects("subjects");
    private static final Property<String> SUBJECT_NAME = SUBJECTS.fields().text("name");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-no-cluster-admin", BINDINGS, "A binding does not give all rights away")
                .severity(Severity.HIGH)
                .why("An account with all rights is worth stealing, and one without a name cannot be taken back.")
                .cure("bind a role that allows what is needed to a named account, or list the binding as meant")
                .config(EXEMPTION);
    }

    @Override
    public Judgement check(Resource binding, Context context) {
        List<String> meant = context.get(EXEMPTION).bindings();
        return Judgement.all(
                () -> METADATA.knownName(binding).filter(meant::contains).isPresent()
                        ? Judgement.kept()
                        : checkRole(binding),
                () -> binding.each(SUBJECTS, K8sNoClusterAdmin::checkSubject));
    }

    private static Judgement checkRole(Resource binding) {
        String role = binding.get(ROLE).flatMap(ref -> ref.get(ROLE_NAME)).orElse("");
        return Judgement.violatedIf(
                role.equals("cluster-admin"), "gives all rights away, as its role is cluster-admin");
    }

    private static Judgement checkSubject(Properties subject) {
        String name = subject.get(SUBJECT_NAME).orElse("");
        return Judgement.violatedIf(NOBODY_KNOWN.contains(name), "gives its role to %s".formatted(name));
    }
}
