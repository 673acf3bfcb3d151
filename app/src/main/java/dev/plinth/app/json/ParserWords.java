package dev.plinth.app.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** What a parser found, in its own words where they are about the text and not about Java. */
public final class ParserWords {
    private static final int LENGTH_MAX = 300;
    /** The words may quote all of what was sent: patterns see the beginning, and cannot be kept busy by the rest. */
    private static final int SEEN_MAX = 1_000;

    private static final Pattern SOURCE = Pattern.compile(" *\\((?:start marker )?at \\[Source:[^]]*]\\)");
    // The reader of YAML quotes the place, which the line number tells already.
    private static final Pattern QUOTATION = Pattern.compile("\\s*\\n? in '?reader'?, line.*", Pattern.DOTALL);

    /** One line of 300 characters at most. */
    public static String of(JsonProcessingException fault) {
        String seen = cut(fault.getOriginalMessage(), SEEN_MAX);
        String own = QUOTATION.matcher(SOURCE.matcher(seen).replaceAll("")).replaceAll("");
        String line = own.replaceAll("\\s+", " ").strip();
        return line.length() > LENGTH_MAX ? cut(line, LENGTH_MAX) + "…" : line;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    private ParserWords() {}
}
