package dev.plinth.app.page;

import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.Trait;
import dev.plinth.app.search.SearchText;
import dev.plinth.app.values.Names;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody looks for: words, and what metrics must have. */
public record Wanted(Optional<SearchText> text, Map<Trait, Set<String>> traits) {
    public Wanted {
        traits = Map.copyOf(traits);
    }

    public MetricFilter filter() {
        return new MetricFilter(traits, Set.of(), Map.of());
    }

    boolean wants(Trait trait, String value) {
        return traits.getOrDefault(trait, Set.of()).contains(value);
    }

    /** The address at which this is found, with one parameter more. */
    public String address(String parameter, String value) {
        Stream<String> filters = new TreeMap<>(traits)
                .entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream().sorted().map(one -> pair(Names.of(entry.getKey()), one)));
        return Stream.of(
                        text.map(words -> pair("q", words.value())).stream(),
                        filters,
                        Stream.of(pair(parameter, value)))
                .flatMap(part -> part)
                .collect(Collectors.joining("&", "/catalogue/search?", ""));
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
