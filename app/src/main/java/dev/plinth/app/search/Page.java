package dev.plinth.app.search;

import dev.plinth.app.values.InvalidValueException;
import java.util.List;
import java.util.Optional;

/** Which page of what is found: at most {@code limit}, all after {@code after}; empty is the beginning. */
public record Page(Optional<Place> after, int limit) {
    /** Where a hit stands among all that are found. */
    public record Place(Match match, double score, String metricId) {
        /** As texts, for a cursor. */
        public List<String> key() {
            return List.of(match.name(), Double.toString(score), metricId);
        }

        /** Throws {@link InvalidValueException} when the texts are of no such place. */
        public static Place of(List<String> key) {
            try {
                return new Place(Match.valueOf(key.get(0)), Double.parseDouble(key.get(1)), key.get(2));
            } catch (IllegalArgumentException | IndexOutOfBoundsException forged) {
                throw new InvalidValueException("The cursor must be one from the 'page' of an answer to this search.");
            }
        }
    }
}
