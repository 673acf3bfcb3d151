package dev.plinth.app.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.util.regex.Pattern;

/** Says what a parser found, in the parser's own words where they are about the text and not about Java. */
final class Faults {
    private static final Pattern SOURCE = Pattern.compile(" *\\((?:start marker )?at \\[Source:[^]]*]\\)");
    // The reader of YAML quotes the place, which the line number tells already.
    private static final Pattern QUOTATION = Pattern.compile("\\s*\\n? in '?reader'?, line.*", Pattern.DOTALL);
    private static final int LENGTH_MAX = 300;

    static final String NOT_UNICODE = "The file cannot be read from here on: it is not UTF-8.";

    static String unreadable(JsonProcessingException fault) {
        String reason = switch (fault) {
            case StreamConstraintsException excess -> "it is nested too deeply, or a record is longer than 1 MiB";
            case StreamReadException syntax -> words(syntax.getOriginalMessage());
            default -> words(fault.getOriginalMessage());
        };
        return "The file cannot be read from here on: %s.".formatted(reason);
    }

    private static String words(String message) {
        String own = QUOTATION.matcher(SOURCE.matcher(message).replaceAll("")).replaceAll("");
        String line = own.replaceAll("\\s+", " ").strip();
        return line.length() > LENGTH_MAX ? line.substring(0, LENGTH_MAX) + "…" : line;
    }

    private Faults() {}
}
