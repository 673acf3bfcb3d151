package dev.plinth.app.http;

import java.util.List;

/** What is served to people beside the API: pages, what is done around each call of them, and how errors look. */
public record Pages(Api operations, List<Layer> layers, ErrorPages errors) {
    public static final Pages NONE = new Pages(new Api(), List.of(), ErrorPages.NONE);

    public Pages {
        layers = List.copyOf(layers);
    }
}
