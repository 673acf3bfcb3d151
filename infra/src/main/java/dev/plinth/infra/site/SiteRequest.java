package dev.plinth.infra.site;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;

/** What one run is asked to change of the site. Mostly nothing. */
public sealed interface SiteRequest {
    /** The request for the release before the live one. */
    String PREVIOUS = "previous";

    /** As it stands in a URL, in the name of an object and in the program of the CDN. */
    Shape<String> VERSION = Shape.matching(
            "(?!none$)[0-9A-Za-z][0-9A-Za-z._-]{0,63}",
            "a version of at most 64 letters, digits, dots, dashes and underscores, or the word previous",
            "1.2.3");

    /** What is live stays live. */
    record Keep() implements SiteRequest {}

    /** This release goes live. */
    record Publish(String version) implements SiteRequest {}

    /** The release that was live before goes live again. */
    record RollBack() implements SiteRequest {}

    /** Reads a request, such as {@code {"version": "1.2.3"}}. */
    static SiteRequest read(Section settings) {
        return settings.optional("version", VERSION)
                .<SiteRequest>map(version -> version.equals(PREVIOUS) ? new RollBack() : new Publish(version))
                .orElseGet(Keep::new);
    }
}
