package dev.plinth.sandbox.docker;

import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.resource.Kind;
import dev.plinth.sandbox.state.StateStore;
import java.util.Map;

/** The Docker types with a behaviour of their own. */
public final class DockerKinds {
    private DockerKinds() {}

    /** What all other types do. */
    public static Kind rest() {
        return new DockerKind();
    }

    /** The kinds by token. */
    public static Map<String, Kind> of(ImageStore images, StateStore state) {
        return Map.of("docker:index/image:Image", new DockerImage(images, state));
    }
}
