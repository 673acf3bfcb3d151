package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.kubernetes.core.v1.ConfigMap;
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
import dev.plinth.policy.Value;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** No password stands where everybody may read it who can list pods or config maps. */
final class K8sNoPlainSecretEnv implements ResourceRule {
    record Names(
            @Described("words that, inside a name, mean that the value is secret")
            List<String> words,

            @Described("endings of names that mean the opposite: the value only tells of a secret")
            List<String> harmlessEndings) {
        boolean meanSecret(String name) {
            String small = name.toLowerCase(Locale.ROOT).replace('-', '_').replace('.', '_');
            return words.stream().anyMatch(small::contains)
                    && harmlessEndings.stream().noneMatch(small::endsWith);
        }
    }

    private static final RuleConfig<Names> NAMES = RuleConfig.of(new Names(
            List.of("password", "passwd", "secret", "token", "api_key", "apikey", "private_key", "credential"),
            List.of("_file", "_path", "_name", "_arn", "_url", "_seconds", "_days")));

    private static final ObjectProperty<List<Properties>> VARIABLES = Container.SHAPE.objects("env");
    private static final Property<String> NAME = VARIABLES.fields().text("name");
    private static final Property<String> VALUE = VARIABLES.fields().text("value");
    private static final ResourceTypes MAPS = ResourceTypes.of(ConfigMap.class);
    private static final Property<Map<String, Value>> DATA = MAPS.valueMap("data");

    @Override
    public RuleInfo info() {
        var types = Workloads.ALL.and(MAPS);
        return RuleInfo.mandatory("k8s-no-plain-secret-env", types, "No secret stands in a variable or a config map")
                .severity(Severity.HIGH)
                .controls(TRIVY.control("KSV-0109"))
                .why("Who may list pods or config maps reads it, and it lands in dumps and support tickets.")
                .cure("put it into a Secret and refer to that by valueFrom.secretKeyRef or by a volume")
                .config(NAMES);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        Names names = context.get(NAMES);
        return resource.is(MAPS)
                ? checkMap(resource, names)
                : Workloads.judge(
                        resource,
                        pod -> pod.eachContainer(container ->
                                container.each(VARIABLES, variable -> checkVariable(container, variable, names))));
    }

    private static Judgement checkVariable(Container container, Properties variable, Names names) {
        String name = variable.get(NAME).orElse("");
        return Judgement.violatedIf(
                variable.isSecret(VALUE) || (variable.has(VALUE) && names.meanSecret(name)),
                "tells %s the secret %s in the open".formatted(container.title(), name));
    }

    private static Judgement checkMap(Resource map, Names names) {
        if (map.isSecret(DATA)) {
            return Judgement.violated("holds secrets in the open");
        }
        var entries = new TreeMap<>(map.get(DATA).orElse(Map.of()));
        return Judgement.each(
                entries.entrySet(),
                entry -> Judgement.violatedIf(
                        entry.getValue().isSecret() || names.meanSecret(entry.getKey()),
                        "holds the secret %s in the open".formatted(entry.getKey())));
    }
}
