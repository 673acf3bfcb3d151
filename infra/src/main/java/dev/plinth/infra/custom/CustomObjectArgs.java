package dev.plinth.infra.custom;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ResourceArgs;
import dev.plinth.infra.custom.CustomObject.Content;
import java.util.Map;

/** The inputs of a custom object; the SDK reads the fields by their annotations. */
final class CustomObjectArgs extends ResourceArgs {
    @Import(name = "apiVersion", required = true)
    private final Output<String> apiVersion;

    @Import(name = "kind", required = true)
    private final Output<String> kind;

    @Import(name = "metadata", required = true)
    private final Output<ObjectMetaArgs> metadata;

    @Import(name = "spec", required = true)
    private final Output<Map<String, Object>> spec;

    CustomObjectArgs(Definition definition, Content content) {
        this.apiVersion = Output.of(definition.apiVersion());
        this.kind = Output.of(definition.kind());
        this.metadata = Output.of(content.metadata());
        this.spec = content.spec();
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
