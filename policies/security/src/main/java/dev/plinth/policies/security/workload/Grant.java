package dev.plinth.policies.security.workload;

import com.pulumi.kubernetes.rbac.v1.ClusterRole;
import com.pulumi.kubernetes.rbac.v1.Role;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import java.util.List;
import java.util.function.Function;

/** What one rule of a role allows. */
record Grant(List<String> groups, List<String> resources, List<String> verbs, boolean named) {
    static final ResourceTypes ROLES = ResourceTypes.of(Role.class, ClusterRole.class);

    private static final ObjectProperty<List<Properties>> RULES = ROLES.objects("rules");
    private static final Property<List<String>> GROUPS = RULES.fields().texts("apiGroups");
    private static final Property<List<String>> RESOURCES = RULES.fields().texts("resources");
    private static final Property<List<String>> VERBS = RULES.fields().texts("verbs");
    private static final Property<List<String>> NAMES = RULES.fields().texts("resourceNames");

    /** Judges each grant of a role. */
    static Judgement each(Resource role, Function<Grant, Judgement> check) {
        return role.each(
                RULES,
                rule -> check.apply(new Grant(
                        rule.get(GROUPS).orElse(List.of()),
                        rule.get(RESOURCES).orElse(List.of()),
                        rule.get(VERBS).orElse(List.of()),
                        rule.has(NAMES))));
    }
}
