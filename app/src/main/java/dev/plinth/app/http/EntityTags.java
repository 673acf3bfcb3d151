package dev.plinth.app.http;

import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidValueException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Revisions as entity tags: {@code "r7"}; a compressed answer's tag has the encoding's name after it (RFC 9110, 8.8). */
public final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"r([0-9]{1,18})(?:-gz|-br)?\"");

    static String of(long revision) {
        return "\"r%d\"".formatted(revision);
    }

    /** What the header {@code If-Match} says; throws {@link InvalidValueException} when it says nothing. */
    public static IfMatch ifMatch(String header) {
        if (header.strip().equals("*")) {
            return new IfMatch.Any();
        }
        return new IfMatch.Revisions(
                Arrays.stream(header.split(",", -1)).map(EntityTags::revision).collect(Collectors.toSet()));
    }

    /** The tag as the header {@code If-None-Match} names it, in whatever encoding; empty when it does not. */
    static Optional<String> namedBy(String header, String tag) {
        if (header.strip().equals("*")) {
            return Optional.of(tag);
        }
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .filter(named -> plain(named).equals(plain(tag)))
                .findFirst();
    }

    private static String plain(String tag) {
        return tag.strip().replaceFirst("^W/", "").replaceFirst("(?:-gz|-br)\"$", "\"");
    }

    private static long revision(String tag) {
        Matcher matcher = TAG.matcher(tag.strip());
        if (!matcher.matches()) {
            throw new InvalidValueException("must be '*' or entity tags as they were answered, such as \"r7\"");
        }
        return Long.parseLong(matcher.group(1));
    }

    private EntityTags() {}
}
