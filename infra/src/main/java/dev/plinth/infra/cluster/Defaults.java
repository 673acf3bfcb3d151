package dev.plinth.infra.cluster;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.scheduling.v1.PriorityClass;
import com.pulumi.kubernetes.scheduling.v1.PriorityClassArgs;
import com.pulumi.kubernetes.storage.v1.StorageClass;
import com.pulumi.kubernetes.storage.v1.StorageClassArgs;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/** What pods get when they do not say: an encrypted disk. And who goes first when there is not room for all. */
final class Defaults extends ComponentResource {
    /** Above what says nothing, which is 0, and far below the cluster's own at two thousand million. */
    private static final int SERVING_PRIORITY = 1_000_000;

    private final Output<String> servingPriority;

    Defaults(String name, Output<String> keyArn, Scope scope) {
        super("plinth:cluster:Defaults", name, scope.options());
        new StorageClass(name + "-disk", diskArgs(keyArn, scope), scope.child(this));
        var priority = new PriorityClass(
                name + "-serving",
                PriorityClassArgs.builder()
                        .metadata(Meta.of("serving"))
                        .description("Pods that answer users")
                        .value(SERVING_PRIORITY)
                        .globalDefault(false)
                        .preemptionPolicy("PreemptLowerPriority")
                        .build(),
                scope.child(this));
        this.servingPriority =
                priority.metadata().applyValue(known -> known.name().orElseThrow());
        registerOutputs(Map.of());
    }

    /** The priority class of pods that answer users. */
    Output<String> servingPriority() {
        return servingPriority;
    }

    private static StorageClassArgs diskArgs(Output<String> keyArn, Scope scope) {
        return StorageClassArgs.builder()
                .metadata(ObjectMetaArgs.builder()
                        .name("encrypted")
                        .labels(Meta.labels())
                        .annotations(Map.of("storageclass.kubernetes.io/is-default-class", "true"))
                        .build())
                .provisioner("ebs.csi.aws.com")
                .parameters(keyArn.applyValue(key -> Map.of("type", "gp3", "encrypted", "true", "kmsKeyId", key)))
                // A disk belongs to a zone: first the pod finds its node, then the disk is made there.
                .volumeBindingMode("WaitForFirstConsumer")
                .allowVolumeExpansion(true)
                .reclaimPolicy(scope.keepsData() ? "Retain" : "Delete")
                .build();
    }
}
