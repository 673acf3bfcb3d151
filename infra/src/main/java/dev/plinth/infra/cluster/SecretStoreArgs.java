package dev.plinth.infra.cluster;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;

/** The inputs of a SecretStore; the SDK reads the fields by their annotations. */
final class SecretStoreArgs extends ResourceArgs {
    @Import(name = "apiVersion", required = true)
    private final Output<String> apiVersion = Output.of(SecretStore.API_VERSION);

    @Import(name = "kind", required = true)
    private final Output<String> kind = Output.of("SecretStore");

    @Import(name = "metadata", required = true)
    private final Output<ObjectMetaArgs> metadata;

    @Import(name = "spec", required = true)
    private final Output<Map<String, Object>> spec;

    SecretStoreArgs(ObjectMetaArgs metadata, Output<Map<String, Object>> spec) {
        this.metadata = Output.of(metadata);
        this.spec = spec;
    }

    Output<String> apiVersion() {
        return apiVersion;
    }

    Output<String> kind() {
        return kind;
    }

    Output<ObjectMetaArgs> metadata() {
        return metadata;
    }

    Output<Map<String, Object>> spec() {
        return spec;
    }
}
