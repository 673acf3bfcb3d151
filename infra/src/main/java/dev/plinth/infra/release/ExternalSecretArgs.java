package dev.plinth.infra.release;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;

/** The inputs of an ExternalSecret; the SDK reads the fields by their annotations. */
final class ExternalSecretArgs extends ResourceArgs {
    @Import(name = "apiVersion", required = true)
    private final Output<String> apiVersion = Output.of(ExternalSecret.API_VERSION);

    @Import(name = "kind", required = true)
    private final Output<String> kind = Output.of("ExternalSecret");

    @Import(name = "metadata", required = true)
    private final Output<ObjectMetaArgs> metadata;

    @Import(name = "spec", required = true)
    private final Output<Map<String, Object>> spec;

    ExternalSecretArgs(ObjectMetaArgs metadata, Output<Map<String, Object>> spec) {
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
