package dev.plinth.infra.release;

import java.util.List;

/** What one run is asked to change of the release, in the order of the list. Mostly nothing. */
public record ReleaseRequest(List<Change> changes) {
    public static final ReleaseRequest NONE = new ReleaseRequest(List.of());

    public ReleaseRequest {
        changes = List.copyOf(changes);
    }

    /** One change. */
    public sealed interface Change {}

    /** A colour goes live and takes all traffic. */
    public record GoLive(Colour colour) implements Change {}

    /** The traffic is shared in another way. */
    public record Share(Weights weights) implements Change {}

    /** A colour gets the image that this run builds. */
    public record Deploy(Colour colour) implements Change {}

    /** A colour gets this image again: an update that failed to bring it another has left its name in the outputs. */
    public record Restore(Colour colour, String image) implements Change {}
}
