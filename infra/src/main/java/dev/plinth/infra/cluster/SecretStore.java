package dev.plinth.infra.cluster;

import com.pulumi.core.annotations.ResourceType;
import com.pulumi.kubernetes.Utilities;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;

/**
 * Tells External Secrets where the secrets of a namespace come from. The Java SDK for Kubernetes has no type for custom
 * resources, so this one is our own.
 */
@ResourceType(type = SecretStore.TYPE)
final class SecretStore extends CustomResource {
    static final String API_VERSION = "external-secrets.io/v1";
    static final String TYPE = "kubernetes:external-secrets.io/v1:SecretStore";

    SecretStore(String name, SecretStoreArgs args, CustomResourceOptions options) {
        super(TYPE, name, args, withVersion(options));
    }

    private static CustomResourceOptions withVersion(CustomResourceOptions options) {
        return CustomResourceOptions.merge(
                CustomResourceOptions.builder().version(Utilities.getVersion()).build(), options);
    }
}
