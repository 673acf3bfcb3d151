package dev.plinth.sandbox.check;

import java.util.regex.Pattern;

/** One row of the table of formats: which property of which types, and who says so. */
record FormatRule(Pattern type, Pattern path, Format format, String source) {
    /** A rule for types and paths by pattern; a {@code *} stands for any run of characters. */
    static FormatRule of(String type, String path, Format format, String source) {
        return new FormatRule(glob(type), glob(path), format, source);
    }

    boolean appliesTo(String token, String propertyPath) {
        return type.matcher(token).matches() && path.matcher(propertyPath).matches();
    }

    private static Pattern glob(String text) {
        var regex = new StringBuilder();
        for (var part : text.split("(?<=\\*)|(?=\\*)", -1)) {
            regex.append(part.equals("*") ? ".*" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }
}
