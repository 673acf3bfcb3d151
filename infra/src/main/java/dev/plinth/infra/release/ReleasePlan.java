package dev.plinth.infra.release;

import dev.plinth.infra.release.ImageSource.Current;
import dev.plinth.infra.release.ImageSource.Kept;
import dev.plinth.infra.release.ReleaseRequest.Change;
import dev.plinth.infra.release.ReleaseRequest.Deploy;
import dev.plinth.infra.release.ReleaseRequest.GoLive;
import dev.plinth.infra.release.ReleaseRequest.Restore;
import dev.plinth.infra.release.ReleaseRequest.Share;
import dev.plinth.infra.release.ReleaseState.Images;
import java.util.Optional;

/** What is released, as far as it is known before the image of this run is built. */
public record ReleasePlan(Colour live, Weights weights, ImageSource blue, ImageSource green) {

    /** The first run: blue is live, and both colours get the image that it builds. */
    private static final ReleasePlan FIRST =
            new ReleasePlan(Colour.BLUE, Weights.allTo(Colour.BLUE), new Current(), new Current());

    public static ReleasePlan of(Optional<ReleaseState> previous, ReleaseRequest request) {
        var before = previous.map(ReleasePlan::keeping).orElse(FIRST);
        var after = before;
        for (var change : request.changes()) {
            after = after.changed(change);
        }
        if (after.weights.of(after.live) == 0) {
            throw new ImpossibleRelease(
                    "the live colour gets traffic",
                    "%s is live with weight 0".formatted(after.live),
                    "ask for {\"live\": \"%s\"} to make the other colour live".formatted(after.live.other()));
        }
        for (var change : request.changes()) {
            switch (change) {
                case Deploy(Colour colour) -> checkIdle(colour, before, after);
                case Restore(Colour colour, String image) -> checkIdle(colour, before, after);
                case GoLive live -> {}
                case Share share -> {}
            }
        }
        return after;
    }

    public ImageSource image(Colour colour) {
        return colour == Colour.BLUE ? blue : green;
    }

    /** The whole state, once the image of this run is built. */
    ReleaseState withCurrentImage(String currentImage) {
        return withImages(new Images(resolve(blue, currentImage), resolve(green, currentImage)));
    }

    ReleaseState withImages(Images images) {
        return new ReleaseState(live, weights, images);
    }

    private static ReleasePlan keeping(ReleaseState state) {
        return new ReleasePlan(
                state.live(),
                state.weights(),
                new Kept(state.images().blue()),
                new Kept(state.images().green()));
    }

    private ReleasePlan changed(Change change) {
        return switch (change) {
            case GoLive(Colour colour) -> new ReleasePlan(colour, Weights.allTo(colour), blue, green);
            case Share(Weights shares) -> new ReleasePlan(live, shares, blue, green);
            case Deploy(Colour colour) -> running(colour, new Current());
            case Restore(Colour colour, String image) -> running(colour, new Kept(image));
        };
    }

    private ReleasePlan running(Colour colour, ImageSource image) {
        return colour == Colour.BLUE
                ? new ReleasePlan(live, weights, image, green)
                : new ReleasePlan(live, weights, blue, image);
    }

    /**
     * New pods and the load balancer change in no fixed order within one run, so a colour that gets a new image must
     * have no traffic from the start of the run to its end.
     */
    private static void checkIdle(Colour colour, ReleasePlan before, ReleasePlan after) {
        if (before.weights.of(colour) > 0 || after.weights.of(colour) > 0) {
            throw new ImpossibleRelease(
                    "a new image goes to a colour that has no traffic before and after the run",
                    "%s has weight %d before and %d after"
                            .formatted(colour, before.weights.of(colour), after.weights.of(colour)),
                    "deploy to the idle colour first, then move the traffic in a run of its own");
        }
    }

    private static String resolve(ImageSource source, String currentImage) {
        return switch (source) {
            case Kept(String image) -> image;
            case Current() -> currentImage;
        };
    }
}
