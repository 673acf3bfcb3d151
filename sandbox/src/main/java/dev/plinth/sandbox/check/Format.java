package dev.plinth.sandbox.check;

import dev.plinth.sandbox.value.Value;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a cloud demands of a value beyond its type. */
record Format(String expected, Predicate<Value> holds) {
    private static final Pattern CIDR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    static Format cidr() {
        return text("an IPv4 network like 10.0.0.0/16, without host bits", Format::isCidr);
    }

    static Format arn() {
        return text(
                "an ARN like arn:aws:service:region:account:resource",
                value -> value.startsWith("arn:") && value.split(":", -1).length >= 6);
    }

    static Format oneOf(String... allowed) {
        var all = Arrays.asList(allowed);
        return text("one of " + String.join(", ", all), all::contains);
    }

    static Format oneOf(int... allowed) {
        var all = Arrays.stream(allowed).boxed().toList();
        return new Format(
                "one of " + all.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                value -> !(value instanceof Value.Numeric number) || all.contains((int) number.value()));
    }

    static Format pattern(String expected, String regex) {
        return text(expected, Pattern.compile(regex).asMatchPredicate());
    }

    static Format range(int min, int max) {
        return new Format(
                "a number from %d to %d".formatted(min, max),
                value -> !(value instanceof Value.Numeric number) || within(number, min, max));
    }

    static Format zeroOrRange(int min, int max) {
        return new Format(
                "0 or a number from %d to %d".formatted(min, max),
                value -> !(value instanceof Value.Numeric number) || number.value() == 0 || within(number, min, max));
    }

    static Format length(int min, int max) {
        return text("%d to %d characters".formatted(min, max), value -> value.length() >= min && value.length() <= max);
    }

    /** A value of another type is the type check's to tell. */
    private static Format text(String expected, Predicate<String> holds) {
        return new Format(expected, value -> !(value instanceof Value.Text text) || holds.test(text.value()));
    }

    private static boolean within(Value.Numeric number, int min, int max) {
        return number.value() >= min && number.value() <= max;
    }

    private static boolean isCidr(String value) {
        var parts = CIDR.matcher(value);
        if (!parts.matches()) {
            return false;
        }
        long address = 0;
        for (int group = 1; group <= 4; group++) {
            int octet = Integer.parseInt(parts.group(group));
            if (octet > 255) {
                return false;
            }
            address = address * 256 + octet;
        }
        int bits = Integer.parseInt(parts.group(5));
        return bits <= 32 && (address & ((1L << (32 - bits)) - 1)) == 0;
    }
}
