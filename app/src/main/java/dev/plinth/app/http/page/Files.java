package dev.plinth.app.http.page;

import dev.plinth.app.http.Reply;
import dev.plinth.app.values.NotFoundException;
import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** A few files of the jar that browsers load; {@code places} tells where each is, by its name in addresses. */
record Files(Map<String, String> places) {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "css",
            "text/css; charset=utf-8",
            "js",
            "text/javascript; charset=utf-8",
            "png",
            "image/png",
            "svg",
            "image/svg+xml");

    Files {
        places = Map.copyOf(places);
    }

    /** Throws {@link NotFoundException} when it is none of them. */
    Reply reply(String name) {
        String place = places.get(name);
        if (place == null) {
            throw new NotFoundException("file", name);
        }
        try (InputStream file = Objects.requireNonNull(Files.class.getResourceAsStream(place), place)) {
            return Reply.of(mediaType(name), file.readAllBytes())
                    .header(HeaderNames.CACHE_CONTROL, "public, max-age=3600");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String mediaType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Objects.requireNonNull(MEDIA_TYPES.get(ending), ending);
    }
}
