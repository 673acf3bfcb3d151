package dev.plinth.infra.release;

import com.pulumi.exceptions.RunException;
import dev.plinth.infra.component.PreviousOutputs;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The release state that the stack's last update left in the stack's own outputs. */
public final class ReleaseHistory {
    /** The output that holds the state. */
    public static final String OUTPUT = "release";

    private ReleaseHistory() {}

    /** What the last update left; nothing before the first one. */
    public static Optional<ReleaseState> read(PreviousOutputs outputs) {
        return outputs.value(OUTPUT).map(ReleaseHistory::parse);
    }

    static ReleaseState parse(Object output) {
        try {
            var state = map(output);
            var weights = map(state.get("weights"));
            var images = map(state.get("images"));
            return new ReleaseState(
                    Colour.parse(text(state.get("live"))).orElseThrow(IllegalArgumentException::new),
                    new Weights(number(weights.get("blue")), number(weights.get("green"))),
                    new ReleaseState.Images(text(images.get("blue")), text(images.get("green"))));
        } catch (IllegalArgumentException e) {
            throw new RunException("The stack's output '%s' is not a release state: %s. Only this program writes it; "
                            .formatted(OUTPUT, output)
                    + "put back an earlier state of the stack (pulumi stack export, pulumi stack import).");
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("not a map");
    }

    private static int number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("not a number");
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("not a text");
    }
}
