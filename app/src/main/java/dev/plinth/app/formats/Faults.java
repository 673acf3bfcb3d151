package dev.plinth.app.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.plinth.app.json.ParserWords;

/** Says what a parser found, in the parser's own words where they are about the text and not about Java. */
final class Faults {
    static final String NOT_UNICODE = "The file cannot be read from here on: it is not UTF-8.";

    static String unreadable(JsonProcessingException fault) {
        String reason = switch (fault) {
            case StreamConstraintsException excess -> "it is nested too deeply, or a record is longer than 1 MiB";
            default -> ParserWords.of(fault);
        };
        return "The file cannot be read from here on: %s.".formatted(reason);
    }

    private Faults() {}
}
