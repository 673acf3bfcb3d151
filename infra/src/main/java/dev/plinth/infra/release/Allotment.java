package dev.plinth.infra.release;

import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import java.util.Map;

/** What a container may use of its node. */
final class Allotment {
    /** The log until the kubelet rotates it (10 MiB a file, 5 files), and /tmp. */
    private static final String DISK = "128Mi";

    private static final String DISK_MAX = "256Mi";

    private Allotment() {}

    /** No limit on the CPU: it would slow a starting JVM, and requests already share the node fairly (record 0094). */
    static ResourceRequirementsArgs of(String cpu, String memory) {
        return ResourceRequirementsArgs.builder()
                .requests(Map.of("cpu", cpu, "memory", memory, "ephemeral-storage", DISK))
                .limits(Map.of("memory", memory, "ephemeral-storage", DISK_MAX))
                .build();
    }
}
