package dev.plinth.infra.edge;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;
import java.util.List;

/**
 * From where the CDN answers, and whom.
 *
 * @param countries the only countries that are answered; none means all
 */
public record Reach(PriceClass priceClass, List<String> countries) {
    private static final int COUNTRIES_MAX = 250;
    private static final Shape<String> COUNTRY =
            Shape.matching("[A-Z]{2}", "a country by its two letters of ISO 3166", "DE");

    public Reach {
        countries = List.copyOf(countries);
    }

    static Reach read(Section settings) {
        return new Reach(
                settings.choice("priceClass", PriceClass.class, PriceClass.ALL),
                settings.list("countries", COUNTRY, 0, COUNTRIES_MAX));
    }
}
