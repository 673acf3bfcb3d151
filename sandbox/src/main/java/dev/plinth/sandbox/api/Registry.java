package dev.plinth.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.sandbox.image.ImageStore;
import java.util.Map;

/** ECR: images by their digests. The sandbox has one store for all repositories. */
record Registry(ImageStore images) {
    private static final String DIGEST = "imageDigest";

    ApiService service() {
        return new ApiService.Json(
                "ecr",
                "AmazonEC2ContainerRegistry_V20150921",
                Map.of("DescribeImages", (parameters, caller) -> describe(parameters)));
    }

    private JsonNode describe(ObjectNode parameters) {
        var repository = SecretService.text(parameters, "repositoryName").orElse("");
        var answer = JsonNodeFactory.instance.objectNode();
        var details = answer.putArray("imageDetails");
        for (var id : parameters.path("imageIds")) {
            var digest = id.path(DIGEST).asText();
            if (images.find(digest).isEmpty()) {
                throw ApiException.invalid(
                        "ImageNotFoundException", "the sandbox has no image %s of %s".formatted(digest, repository));
            }
            details.addObject().put("repositoryName", repository).put(DIGEST, digest);
        }
        return answer;
    }
}
