package dev.plinth.ops.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plinth.ops.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a drill asserts, and what it is measured against.
 *
 * @param newestChange the question for the time of the newest change
 */
record Script(Objectives objectives, String newestChange, List<Assertion> assertions) {
    private static final String DEFAULT = "drill.yaml";
    private static final Set<String> KEYS = Set.of("objectives", "newestChange", "assertions");
    private static final String EXPECTED = "expected one of: equals, atLeast, asSource: true, within";

    Script {
        assertions = List.copyOf(assertions);
    }

    /** The file's script, or the one that comes with this command. */
    static Script read(Optional<Path> file) {
        try {
            return file.isPresent()
                    ? parse(file.get().toString(), Files.readString(file.get()))
                    : parse(DEFAULT, standard());
        } catch (IOException e) {
            throw Failure.usage("--assertions: %s cannot be read"
                    .formatted(file.map(Path::toString).orElse(DEFAULT)));
        }
    }

    /** The script of a text. */
    static Script parse(String name, String yaml) {
        try {
            var script = new YAMLMapper().readTree(yaml);
            requireKnown(name, script, KEYS);
            var objectives = script.path("objectives");
            var targets = new Objectives(
                    duration(name + ": objectives.rto", objectives.path("rto")),
                    duration(name + ": objectives.rpo", objectives.path("rpo")));
            Map<String, Assertion> assertions = new TreeMap<>();
            var list = script.path("assertions")
                    .valueStream()
                    .map(assertion -> assertion(name, assertion))
                    .toList();
            for (var assertion : list) {
                if (assertions.put(assertion.name(), assertion) != null) {
                    throw Failure.usage("%s: two assertions are called \"%s\"".formatted(name, assertion.name()));
                }
            }
            if (list.isEmpty()) {
                throw Failure.usage("%s: expected assertions, found none".formatted(name));
            }
            return new Script(targets, text(name + ": newestChange", script.path("newestChange")), list);
        } catch (IOException e) {
            throw Failure.usage("%s: expected YAML".formatted(name), String.valueOf(e.getMessage()));
        }
    }

    /** The same, measured against others. */
    Script against(Optional<Duration> rto, Optional<Duration> rpo) {
        var others = new Objectives(rto.orElse(objectives.rto()), rpo.orElse(objectives.rpo()));
        return new Script(others, newestChange, assertions);
    }

    private static Assertion assertion(String file, JsonNode assertion) {
        var name = text(file + ": name of an assertion", assertion.path("name"));
        var place = "%s: \"%s\"".formatted(file, name);
        requireKnown(place, assertion, Set.of("name", "sql", "expect"));
        return new Assertion(
                name,
                text(place + ": sql", assertion.path("sql")),
                expectation(place + ": expect", assertion.path("expect")));
    }

    private static Expectation expectation(String place, JsonNode expect) {
        if (expect.size() != 1) {
            throw Failure.usage("%s: %s; found: %s".formatted(place, EXPECTED, expect));
        }
        var value = expect.elements().next();
        return switch (expect.fieldNames().next()) {
            case "equals" -> new Expectation.Equals(text(place, value));
            case "atLeast" -> new Expectation.AtLeast(number(place, value));
            case "asSource" -> new Expectation.AsSource();
            case "within" -> new Expectation.Within(duration(place, value));
            default -> throw Failure.usage("%s: %s; found: %s".formatted(place, EXPECTED, expect));
        };
    }

    private static void requireKnown(String place, JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw Failure.usage("%s: expected one of %s, found: %s"
                        .formatted(place, String.join(", ", new TreeSet<>(known)), key));
            }
        });
    }

    private static String text(String place, JsonNode value) {
        if (!value.isValueNode() || value.asText().isBlank()) {
            throw Failure.usage("%s: expected a text, found: %s".formatted(place, value));
        }
        return value.asText().strip();
    }

    private static BigDecimal number(String place, JsonNode value) {
        if (!value.isNumber()) {
            throw Failure.usage("%s: expected a number, found: %s".formatted(place, value));
        }
        return value.decimalValue();
    }

    private static Duration duration(String place, JsonNode value) {
        try {
            return Duration.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw Failure.usage("%s: expected a duration as PT1H or PT5M, found: %s".formatted(place, value));
        }
    }

    private static String standard() {
        try (var resource = Script.class.getResourceAsStream(DEFAULT)) {
            if (resource == null) {
                throw new IllegalStateException(DEFAULT + " is not in the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
