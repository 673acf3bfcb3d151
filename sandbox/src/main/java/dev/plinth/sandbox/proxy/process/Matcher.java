package dev.plinth.sandbox.proxy.process;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statuses that a health check takes for a good answer: "200", "200,301", "200-299". */
record Matcher(List<Range> ranges) {
    private static final Pattern RANGE = Pattern.compile("(\\d{3})(?:-(\\d{3}))?");

    static Matcher parse(String text) {
        return new Matcher(Stream.of(text.split(",", -1)).map(Matcher::range).toList());
    }

    boolean matches(int status) {
        return ranges.stream().anyMatch(range -> range.first() <= status && status <= range.last());
    }

    private static Range range(String text) {
        var matcher = RANGE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "health check matcher '%s': expected statuses such as 200, 200-299 or 200,301".formatted(text));
        }
        String last = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
        return new Range(Integer.parseInt(matcher.group(1)), Integer.parseInt(last));
    }

    /** Both ends are included. */
    record Range(int first, int last) {}
}
