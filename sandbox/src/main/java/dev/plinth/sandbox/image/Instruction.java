package dev.plinth.sandbox.image;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.plinth.sandbox.disk.Json;
import java.io.UncheckedIOException;
import java.util.List;

/** One instruction of a Dockerfile: its keyword in capitals, and all that follows it. */
record Instruction(Place place, String keyword, String text) {
    ImageException refused(String problem) {
        return place.refused(keyword + " " + problem);
    }

    /** Whether the text is a JSON array, which Docker calls the exec form. */
    boolean execForm() {
        return text.startsWith("[");
    }

    /** The elements of the exec form. */
    List<String> elements() {
        if (!execForm()) {
            throw refused("in its shell form needs the image's own shell, which the sandbox does not have: write it as"
                    + " a JSON array, as in %s [\"java\", \"-jar\", \"app.jar\"]".formatted(keyword));
        }
        try {
            return List.copyOf(Json.parse(text, new TypeReference<List<String>>() {}));
        } catch (UncheckedIOException e) {
            throw refused("is not a JSON array of texts: %s: expected double quotes and commas".formatted(text));
        }
    }
}
