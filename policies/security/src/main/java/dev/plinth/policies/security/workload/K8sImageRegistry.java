package dev.plinth.policies.security.workload;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.List;
import java.util.regex.Pattern;

/** Images come from registries that somebody has chosen. */
final class K8sImageRegistry implements ResourceRule {
    record Sources(
            @Described("hosts of registries that images may come from; a * stands for any part between two dots")
            List<String> registries) {
        boolean allow(String host) {
            return registries.stream()
                    .anyMatch(registry -> host.matches(Pattern.quote(registry).replace("*", "\\E[^.]+\\Q")));
        }
    }

    private static final RuleConfig<Sources> SOURCES =
            RuleConfig.of(new Sources(List.of("*.dkr.ecr.*.amazonaws.com", "public.ecr.aws", "registry.k8s.io")));
    private static final Property<String> IMAGE = Container.SHAPE.text("image");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "k8s-image-registry", Workloads.ALL, "A container's image comes from a chosen registry")
                .severity(Severity.HIGH)
                .why("An image from anywhere runs with the rights of the app, and nobody has scanned or kept it.")
                .cure("copy the image into a registry of yours, or add its host to the rule's registries")
                .config(SOURCES);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        Sources sources = context.get(SOURCES);
        return Workloads.judge(workload, pod -> pod.eachContainer(container -> checkImage(container, sources)));
    }

    private static Judgement checkImage(Container container, Sources sources) {
        String image = container.get(IMAGE).orElse("");
        String registry = ImageName.parse(image).registry();
        return Judgement.violatedIf(
                !image.isEmpty() && !sources.allow(registry),
                "runs %s from an image of %s".formatted(container.title(), registry));
    }
}
