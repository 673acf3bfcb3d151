package dev.plinth.infra.release;

import java.util.Map;
import java.util.Optional;

/** What is released: the live colour, how the traffic is shared, and the image of each colour by digest. */
public record ReleaseState(Colour live, Weights weights, Images images) {

    /** Each colour's image. */
    public record Images(String blue, String green) {

        public String of(Colour colour) {
            return colour == Colour.BLUE ? blue : green;
        }
    }

    /** The state after this run: the state before it, changed by the request and by nothing else. */
    public static ReleaseState next(Optional<ReleaseState> previous, ReleaseRequest request, String currentImage) {
        return ReleasePlan.of(previous, request).withCurrentImage(currentImage);
    }

    /** The state in the shape of a stack output. */
    public Map<String, Object> toOutput() {
        return Map.of(
                "live",
                live.toString(),
                "weights",
                weights.toMap(),
                "images",
                Map.of(Colour.BLUE.toString(), images.blue(), Colour.GREEN.toString(), images.green()));
    }
}
