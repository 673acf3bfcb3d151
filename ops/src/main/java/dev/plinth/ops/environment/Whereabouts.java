package dev.plinth.ops.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.engine.Outputs;
import java.util.List;
import java.util.Optional;

/** Where everything of an environment is: what the program says in its output {@code operations}. */
public record Whereabouts(JsonNode operations) {
    /** The output by its name. */
    private static final String OUTPUT = "operations";

    /** Reads it from the outputs of a stack. */
    public static Whereabouts of(Outputs outputs, String stack) {
        return new Whereabouts(Optional.ofNullable(outputs.values().get(OUTPUT))
                .orElseThrow(() -> Failure.failed(
                        "%s does not tell where its parts are: it has no output '%s'".formatted(stack, OUTPUT),
                        "bring it up with this version of the program: plinth up " + stack)));
    }

    /** One of them by its path, such as {@code /database/primary}; it must be there. */
    public String text(String path) {
        var value = operations.at(path);
        if (!value.isTextual()) {
            throw missing(path);
        }
        return value.asText();
    }

    private static Failure missing(String path) {
        return Failure.failed(
                "the stack's output '%s' has no %s".formatted(OUTPUT, path),
                "bring the stack up with this version of the program: plinth up");
    }

    /** A whole number by its path; it must be there. */
    public int whole(String path) {
        var value = operations.at(path);
        if (!value.canConvertToInt()) {
            throw missing(path);
        }
        return value.asInt();
    }

    /** A list of them by its path. */
    public List<String> texts(String path) {
        return operations.at(path).valueStream().map(JsonNode::asText).toList();
    }
}
