package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.Workloads;

/** A container's image is one that is known now, not whatever its name will mean when a pod starts. */
final class K8sImagePinned implements ResourceRule {
    record Demand(
            @Described("whether a version is not enough and each image has to be named by its digest")
            boolean digest) {}

    private static final RuleConfig<Demand> DEMAND = RuleConfig.of(new Demand(false));
    private static final Property<String> IMAGE = Container.SHAPE.text("image");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-image-pinned", Workloads.ALL, "A container names the version of its image")
                .controls(CHECKOV.control("CKV_K8S_14"), CHECKOV.control("CKV_K8S_43"))
                .why("Two pods of one deployment may run different programs, and nobody can go back to the old one.")
                .cure("name the image by its digest, or at least by a tag other than latest")
                .config(DEMAND);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        boolean digest = context.get(DEMAND).digest();
        return Workloads.judge(workload, pod -> pod.eachContainer(container -> checkImage(container, digest)));
    }

    private static Judgement checkImage(Container container, boolean digest) {
        String image = container.get(IMAGE).orElse("");
        if (image.isEmpty()) {
            return Judgement.kept();
        }
        ImageName name = ImageName.parse(image);
        String lack = digest ? "digest" : "version";
        boolean named = digest ? name.digest().isPresent() : name.isVersioned();
        return Judgement.violatedIf(
                !named, "runs %s from %s, which names no %s".formatted(container.title(), image, lack));
    }
}
