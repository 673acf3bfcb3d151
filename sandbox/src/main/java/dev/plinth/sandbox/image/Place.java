package dev.plinth.sandbox.image;

import java.nio.file.Path;

/** A line of a Dockerfile, for messages. */
record Place(Path file, int line) {
    ImageException refused(String problem) {
        return new ImageException("%s:%d: %s".formatted(file, line, problem));
    }
}
