package dev.plinth.sandbox.image;

import java.util.List;

/** Files of the context that go into the image, to a destination that is relative to the image's root. */
record Copy(Place place, List<String> sources, String destination, boolean intoFolder) {
    Copy {
        sources = List.copyOf(sources);
    }
}
