package dev.plinth.infra.cluster;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import java.util.Map;

/** Names and labels of what the cluster itself needs. */
final class Meta {
    private static final Map<String, String> LABELS =
            Map.of("app.kubernetes.io/part-of", "plinth", "app.kubernetes.io/managed-by", "pulumi");

    private Meta() {}

    /** Of something that belongs to no namespace. */
    static ObjectMetaArgs of(String name) {
        return ObjectMetaArgs.builder().name(name).labels(LABELS).build();
    }

    static ObjectMetaArgs in(Output<String> namespace, String name) {
        return ObjectMetaArgs.builder()
                .name(name)
                .namespace(namespace)
                .labels(LABELS)
                .build();
    }

    static Map<String, String> labels() {
        return LABELS;
    }
}
