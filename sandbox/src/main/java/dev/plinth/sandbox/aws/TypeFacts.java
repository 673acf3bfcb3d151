package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.diff.ReplaceRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What types.txt knows of one AWS type: templates of its identifier and outputs, and what replaces it. */
record TypeFacts(Map<String, String> templates, Optional<ReplaceRules> replaceRules) {
    private static final String ID = "id";
    private static final String REPLACES = "replaces";
    private static final Pattern SOURCED = Pattern.compile("\\[(.+?)] *(.*)");
    private static final TypeFacts NONE = new TypeFacts(Map.of(), Optional.empty());

    /** Every type of the file, by its token. */
    static final Map<String, TypeFacts> ALL = read();

    /** The facts of a type; AWS has two names for each type of load balancing. */
    static TypeFacts of(String token) {
        return ALL.getOrDefault(token.replaceFirst("^aws:alb/", "aws:lb/"), NONE);
    }

    /** The template of the identifier. */
    Optional<String> id() {
        return Optional.ofNullable(templates.get(ID));
    }

    /** The templates of outputs, by path. */
    Map<String, String> outputs() {
        var outputs = new TreeMap<>(templates);
        outputs.remove(ID);
        return outputs;
    }

    private static Map<String, TypeFacts> read() {
        var blocks = new LinkedHashMap<String, Map<String, String>>();
        var current = new TreeMap<String, String>();
        for (var line : lines()) {
            if (line.startsWith("  ")) {
                var parts = line.strip().split(" *= *", 2);
                current.put(parts[0], parts[1]);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current = new TreeMap<>();
                blocks.put(line.strip(), current);
            }
        }
        var facts = new TreeMap<String, TypeFacts>();
        blocks.forEach((token, block) -> facts.put(token, facts(block)));
        return Map.copyOf(facts);
    }

    private static TypeFacts facts(Map<String, String> block) {
        var templates = new TreeMap<>(block);
        var rules = Optional.ofNullable(templates.remove(REPLACES)).map(TypeFacts::rules);
        return new TypeFacts(Map.copyOf(templates), rules);
    }

    private static ReplaceRules rules(String text) {
        var sourced = SOURCED.matcher(text);
        if (!sourced.matches()) {
            throw new IllegalStateException("replaces = %s: expected [service] and inputs".formatted(text));
        }
        var paths = Stream.of(sourced.group(2).split(" *, *", -1))
                .filter(path -> !path.isBlank())
                .toList();
        return new ReplaceRules(paths, "internal/service/" + sourced.group(1));
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(TypeFacts.class.getResourceAsStream("types.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read types.txt", e);
        }
    }
}
