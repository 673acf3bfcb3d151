package dev.plinth.infra.cluster;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;

/** The machines of a cluster: how many each zone has, and what they are. */
public record NodesSpec(String instanceType, int min, int max, int diskGib, Capacity capacity) {
    /** EKS's quota for a managed node group: docs.aws.amazon.com/eks/latest/userguide/service-quotas.html. */
    private static final int NODES_MAX = 450;

    private static final int DISK_GIB_MIN = 30;
    private static final int DISK_GIB_MAX = 1024;

    /** Families with a g after the generation are ARM, and the image is built for amd64. */
    private static final Shape<String> INSTANCE_TYPE = Shape.matching(
            "(t3a?|[cmr][5-8](i|a|id|ad|in|i-flex)?)\\.(medium|\\d*x?large)",
            "an instance type of EC2 with an amd64 processor",
            "m7i.large");

    static NodesSpec read(Section settings) {
        int min = settings.integer("min", 1, NODES_MAX, 1);
        int max = settings.integer("max", 1, NODES_MAX, Math.max(min, 3));
        if (max < min) {
            settings.report("max", "at least min, which is " + min, "raise max or lower min");
        }
        return new NodesSpec(
                settings.value("instanceType", INSTANCE_TYPE, "t3.large"),
                min,
                max,
                settings.integer("diskGib", DISK_GIB_MIN, DISK_GIB_MAX, 50),
                settings.choice("capacity", Capacity.class, Capacity.ON_DEMAND));
    }
}
