package dev.plinth.sandbox.image;

import java.util.List;

/** What a Dockerfile's final stage says: how the image is run, and what it gets from the context. */
record Recipe(ImageConfiguration configuration, List<Copy> copies) {
    Recipe {
        copies = List.copyOf(copies);
    }
}
