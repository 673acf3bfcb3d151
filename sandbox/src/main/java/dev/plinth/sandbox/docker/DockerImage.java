package dev.plinth.sandbox.docker;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.image.ImageException;
import dev.plinth.sandbox.image.ImageSource;
import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.NameSeed;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.JsonCodec;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An image: built from its context into the sandbox's image store; the same files are the same digest. */
final class DockerImage extends DockerKind {
    private static final String BUILD = "build";
    private static final String DIGEST = "contextDigest";
    private static final Pattern DIGEST_TEXT = Pattern.compile("sha256:[0-9a-f]{64}");
    private final ImageStore images;
    private final StateStore state;

    DockerImage(ImageStore images, StateStore state) {
        this.images = images;
        this.state = state;
    }

    @Override
    public List<Failure> check(Desired desired) {
        if (!desired.properties().has(BUILD)) {
            return List.of(new Failure(BUILD, "missing; the sandbox runs only images that it builds"));
        }
        if (!desired.inputs().known()) {
            return List.of();
        }
        try {
            images.digest(source(desired));
            return List.of();
        } catch (ImageException e) {
            return List.of(new Failure(BUILD, String.valueOf(e.getMessage())));
        }
    }

    /** The content's digest becomes an input, so that a changed file is a changed image. */
    @Override
    public Fields complete(Desired desired, Fields before, NameSeed seed) {
        var build = desired.properties().in(BUILD).fields();
        if (!build.known()) {
            return desired.inputs();
        }
        var digest = images.digest(source(desired));
        return desired.inputs().with(BUILD, build.with(DIGEST, Value.text(digest)));
    }

    @Override
    public String id(Desired desired) {
        return desired.properties().text("imageName").orElseGet(() -> super.id(desired));
    }

    @Override
    public Fields computed(Desired desired, String id) {
        var name = desired.properties().text("imageName").orElse("");
        return new Fields(Map.of(
                "baseImageName", Value.text(name),
                "registryServer",
                        Value.text(desired.properties()
                                .in("registry")
                                .text("server")
                                .orElse(""))));
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        var image = images.build(source(desired));
        var name = desired.properties().text("imageName").orElse("");
        return new Fields(Map.of("repoDigest", Value.text(repository(name) + "@" + image.digest())));
    }

    /** Deletes the images that no resource names any more; those that a Deployment still runs stay. */
    @Override
    public void settled() {
        images.retain(state.all()
                .flatMap(resource -> Stream.of(resource.inputs(), resource.outputs()))
                .flatMap(values ->
                        DIGEST_TEXT.matcher(JsonCodec.object(values).toString()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet()));
    }

    /** The name without its tag; a colon before the last slash is a registry's port. */
    private static String repository(String imageName) {
        int tag = imageName.indexOf(':', imageName.lastIndexOf('/') + 1);
        return tag < 0 ? imageName : imageName.substring(0, tag);
    }

    private static ImageSource source(Desired desired) {
        Properties build = desired.properties().in(BUILD);
        Path start = desired.settings().programDirectory();
        Path context = start.resolve(build.text("context").orElse(".")).normalize();
        Path dockerfile = build.text("dockerfile")
                .map(file -> start.resolve(file).normalize())
                .orElseGet(() -> context.resolve("Dockerfile"));
        return new ImageSource(context, dockerfile);
    }
}
