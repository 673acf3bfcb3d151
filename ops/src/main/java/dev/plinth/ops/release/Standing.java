package dev.plinth.ops.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.Failure;
import java.util.EnumMap;
import java.util.Map;

/** What is released, as the stack's outputs say: the live colour, each colour's part of a hundred requests, its image. */
public record Standing(Colour live, Map<Colour, Integer> weights, Map<Colour, String> images) {
    public static final int ALL = 100;

    public Standing {
        weights = Map.copyOf(weights);
        images = Map.copyOf(images);
    }

    /** Reads the output {@code release}. */
    static Standing parse(JsonNode output) {
        var weights = new EnumMap<Colour, Integer>(Colour.class);
        var images = new EnumMap<Colour, String>(Colour.class);
        for (var colour : Colour.values()) {
            weights.put(colour, output.path("weights").path(colour.toString()).asInt());
            images.put(colour, output.path("images").path(colour.toString()).asText());
        }
        var live = Colour.parse(output.path("live").asText())
                .orElseThrow(() -> Failure.failed(
                        "the stack's output 'release' is no release state: " + output,
                        "only the program writes it; bring the stack up first: plinth up"));
        return new Standing(live, weights, images);
    }

    public Colour idle() {
        return live.other();
    }

    public int weight(Colour colour) {
        return weights.getOrDefault(colour, 0);
    }

    public String image(Colour colour) {
        return images.getOrDefault(colour, "");
    }

    /** Tells whether both colours run the same image, so that no older one is left. */
    public boolean isUniform() {
        return image(Colour.BLUE).equals(image(Colour.GREEN));
    }

    /** Tells whether the live colour gets every request. */
    public boolean isSettled() {
        return weight(live) == ALL;
    }
}
