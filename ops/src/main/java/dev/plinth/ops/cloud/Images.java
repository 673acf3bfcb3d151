package dev.plinth.ops.cloud;

import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

/** The registry of images. */
public final class Images {
    private final EcrClient client;

    Images(EcrClient client) {
        this.client = client;
    }

    /** Tells whether the registry holds an image, named as {@code registry/repository@sha256:...}. */
    public boolean holds(String image) {
        var at = image.lastIndexOf('@');
        var repository = image.substring(image.indexOf('/') + 1, at);
        var id = ImageIdentifier.builder().imageDigest(image.substring(at + 1)).build();
        return Permissions.ask("ecr:DescribeImages", repository, () -> {
            try {
                return !client.describeImages(
                                request -> request.repositoryName(repository).imageIds(id))
                        .imageDetails()
                        .isEmpty();
            } catch (ImageNotFoundException | RepositoryNotFoundException e) {
                return false;
            }
        });
    }
}
