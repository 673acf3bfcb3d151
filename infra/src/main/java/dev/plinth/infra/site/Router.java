package dev.plinth.infra.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The program that leads the CDN's requests to the live release. */
final class Router {
    private static final String FILE = "router.js";
    private static final String PLACE = "@VERSION@";

    private Router() {}

    /** The program's source for a state of the site. */
    static String code(SiteState state) {
        return source().replace(PLACE, state.live().orElse(SiteHistory.NOTHING));
    }

    private static String source() {
        try (var file = Objects.requireNonNull(Router.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
