package dev.plinth.infra.custom;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.Utilities;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** An object of a kind that a controller brings along: the Java SDK for Kubernetes has no type for such. */
public final class CustomObject extends CustomResource {

    public CustomObject(Definition definition, String name, Content content, CustomResourceOptions options) {
        super(definition.type(), name, new CustomObjectArgs(definition, content), withVersion(options));
    }

    /** What stands in the object. */
    public record Content(ObjectMetaArgs metadata, Output<Map<String, Object>> spec) {}

    private static CustomResourceOptions withVersion(CustomResourceOptions options) {
        return CustomResourceOptions.merge(
                CustomResourceOptions.builder().version(Utilities.getVersion()).build(), options);
    }
}
