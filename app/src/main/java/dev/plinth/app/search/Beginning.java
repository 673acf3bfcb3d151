package dev.plinth.app.search;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.search.Suggestion.Kind;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody has typed so far: the beginnings of one word or several. */
public record Beginning(List<String> words) {
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LENGTH_MAX = 100;

    /** Throws {@link InvalidValueException} when there is no letter or digit in it. */
    public static Beginning of(String typed) {
        if (typed.length() > LENGTH_MAX) {
            throw new InvalidValueException("must be at most %d characters".formatted(LENGTH_MAX));
        }
        List<String> words = wordsOf(typed);
        if (words.isEmpty()) {
            throw new InvalidValueException("must have a letter or a digit");
        }
        return new Beginning(words);
    }

    public Beginning {
        words = List.copyOf(words);
    }

    private static List<String> wordsOf(String text) {
        return Arrays.stream(SEPARATOR.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether each of these words is how one of the text's begins. */
    public boolean begins(String text) {
        List<String> whole = wordsOf(text);
        return words.stream().allMatch(word -> whole.stream().anyMatch(longer -> longer.startsWith(word)));
    }

    /** The name by which the metric would be found: its own, an alias, or else its id; empty when by its tags only. */
    public Optional<Suggestion> suggest(Metric metric) {
        String name = metric.content().name().value();
        if (begins(name)) {
            return Optional.of(new Suggestion.OfMetric(name, Kind.NAME, metric.id()));
        }
        Optional<String> alias = metric.content().remarks().aliases().stream()
                .map(Label::value)
                .filter(this::begins)
                .findFirst();
        if (alias.isPresent()) {
            return Optional.of(new Suggestion.OfMetric(alias.get(), Kind.ALIAS, metric.id()));
        }
        return begins(metric.id().value())
                ? Optional.of(new Suggestion.OfMetric(metric.id().value(), Kind.ID, metric.id()))
                : Optional.empty();
    }
}
