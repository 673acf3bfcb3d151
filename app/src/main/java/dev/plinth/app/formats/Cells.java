package dev.plinth.app.formats;

import java.util.regex.Pattern;

/**
 * Texts as cells of a table. A spreadsheet takes a cell that begins like a formula for one, so such a text gets an
 * apostrophe before it; a text that begins like that already gets one more, so that reading gives back what was written.
 */
final class Cells {
    // '=', '+', '-' and '@' in their plain and their full width, and what a spreadsheet skips before them.
    private static final Pattern FORMULA =
            Pattern.compile("'*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\t\\r\\n].*", Pattern.DOTALL);

    static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    private Cells() {}
}
