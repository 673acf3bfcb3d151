package dev.plinth.app.http;

import dev.plinth.app.limits.Rates;
import java.util.Set;

/**
 * What the environment tells of how the API behaves towards all clients.
 *
 * @param origins of pages that may call the API from browsers, such as {@code https://example.com}
 */
public record MannersSettings(Admission admission, Rates rates, Set<String> origins) {
    public MannersSettings {
        origins = Set.copyOf(origins);
    }
}
