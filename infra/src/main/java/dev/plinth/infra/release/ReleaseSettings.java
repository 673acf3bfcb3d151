package dev.plinth.infra.release;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;
import dev.plinth.infra.release.ReleaseRequest.Change;
import dev.plinth.infra.release.ReleaseRequest.Deploy;
import dev.plinth.infra.release.ReleaseRequest.GoLive;
import dev.plinth.infra.release.ReleaseRequest.Restore;
import dev.plinth.infra.release.ReleaseRequest.Share;
import java.util.ArrayList;
import java.util.Optional;

/** Reads a release request, such as {@code {"live": "green"}}, out of the configuration. */
public final class ReleaseSettings {
    private static final Shape<Colour> COLOUR = new Shape<>(
            "blue or green", "green", text -> Colour.parse(text).orElseThrow(IllegalArgumentException::new));
    private static final String CURRENT = "current";
    private static final Shape<String> IMAGE = Shape.matching(
            CURRENT + "|[^\\s@]+@sha256:[0-9a-f]{64}",
            "the word current, for the image that this run builds, or REPOSITORY@sha256:DIGEST for one that it ran before",
            CURRENT);

    private ReleaseSettings() {}

    public static ReleaseRequest read(Section settings) {
        var changes = new ArrayList<Change>();
        settings.optional("live", COLOUR).map(GoLive::new).ifPresent(changes::add);
        weights(settings).map(Share::new).ifPresent(changes::add);
        var images = settings.section("images");
        for (var colour : Colour.values()) {
            images.optional(colour.toString(), IMAGE)
                    .map(image -> image(colour, image))
                    .ifPresent(changes::add);
        }
        return new ReleaseRequest(changes);
    }

    private static Change image(Colour colour, String image) {
        return image.equals(CURRENT) ? new Deploy(colour) : new Restore(colour, image);
    }

    private static Optional<Weights> weights(Section settings) {
        boolean asked = settings.has("weights");
        var weights = settings.section("weights");
        int blue = weights.integer(Colour.BLUE.toString(), 0, Weights.ALL, 0);
        int green = weights.integer(Colour.GREEN.toString(), 0, Weights.ALL, 0);
        if (!asked) {
            return Optional.empty();
        }
        if (blue + green != Weights.ALL) {
            settings.report(
                    "weights", "blue and green, adding up to 100", "give both, such as {\"blue\": 90, \"green\": 10}");
            return Optional.empty();
        }
        return Optional.of(new Weights(blue, green));
    }
}
