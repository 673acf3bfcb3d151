package dev.plinth.sandbox.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of a call by the query protocol: names with points and numbers in them, as Filters.member.1.Name. */
public record Parameters(Map<String, String> values) {
    public Parameters {
        values = Map.copyOf(values);
    }

    /** The parameters of a form. */
    static Parameters of(String form) {
        var values = new TreeMap<String, String>();
        for (var pair : form.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                values.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return new Parameters(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The text of that name; its absence is the caller's fault. */
    public String required(String name) {
        return text(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(
                        () -> ApiException.invalid("MissingParameter", "the parameter %s is missing".formatted(name)));
    }

    public Optional<Integer> whole(String name) {
        try {
            return text(name).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw invalid(name, "a whole number");
        }
    }

    public Optional<Instant> time(String name) {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeException e) {
            throw invalid(name, "a time as 2030-01-31T12:00:00Z");
        }
    }

    public boolean truth(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    /** The texts of a list, given the name that stands before their numbers, as TargetGroupArns.member. */
    public List<String> texts(String list) {
        var texts = new ArrayList<String>();
        for (var text = text(list + ".1"); text.isPresent(); text = text(list + "." + (texts.size() + 1))) {
            texts.add(text.get());
        }
        return List.copyOf(texts);
    }

    /** The structures of a list, given the name that stands before their numbers. */
    public List<Parameters> each(String list) {
        var structures = new ArrayList<Parameters>();
        for (var item = in(list + ".1");
                !item.values().isEmpty();
                item = in("%s.%d".formatted(list, structures.size() + 1))) {
            structures.add(item);
        }
        return List.copyOf(structures);
    }

    /** The structure of that name. */
    public Parameters in(String name) {
        var prefix = name + ".";
        var own = new TreeMap<String, String>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                own.put(key.substring(prefix.length()), value);
            }
        });
        return new Parameters(own);
    }

    private ApiException invalid(String name, String expected) {
        return ApiException.invalid(
                "ValidationError", "%s: expected %s, found %s".formatted(name, expected, values.get(name)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
