package dev.plinth.app.http;

import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidValueException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Revisions as entity tags: {@code "r7"}; a compressed answer's tag has the encoding's name after it (RFC 9110, 8.8). */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"r([0-9]{1,18})(?:-gz|-br)?\"");

    static String of(long revision) {
        return "\"r%d\"".formatted(revision);
    }

    /** What the header {@code If-Match} says. */
    static IfMatch ifMatch(String header) {
        if (header.strip().equals("*")) {
            return new IfMatch.Any();
        }
        return new IfMatch.Revisions(
                Arrays.stream(header.split(",", -1)).map(EntityTags::revision).collect(Collectors.toSet()));
    }

    /** Whether the header {@code If-None-Match} names this tag, in any encoding. */
    static boolean noneMatchNames(String header, String tag) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(",", -1)).map(EntityTags::plain).anyMatch(plain(tag)::equals);
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
