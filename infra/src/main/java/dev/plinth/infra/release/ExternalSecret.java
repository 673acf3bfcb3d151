package dev.plinth.infra.release;

import com.pulumi.core.annotations.ResourceType;
import com.pulumi.kubernetes.Utilities;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;

/**
 * Makes External Secrets keep a Secret equal to texts of Secrets Manager, so that no secret is an input of the program.
 * The Java SDK for Kubernetes has no type for custom resources, so this one is our own.
 */
@ResourceType(type = ExternalSecret.TYPE)
final class ExternalSecret extends CustomResource {
    static final String API_VERSION = "external-secrets.io/v1";
    static final String TYPE = "kubernetes:external-secrets.io/v1:ExternalSecret";

    ExternalSecret(String name, ExternalSecretArgs args, CustomResourceOptions options) {
        super(TYPE, name, args, withVersion(options));
    }

    private static CustomResourceOptions withVersion(CustomResourceOptions options) {
        return CustomResourceOptions.merge(
                CustomResourceOptions.builder().version(Utilities.getVersion()).build(), options);
    }
}
