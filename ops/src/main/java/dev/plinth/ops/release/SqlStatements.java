package dev.plinth.ops.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** SQL as its statements, in lower case and with single spaces; comments are gone, and what stands in quotes is empty. */
final class SqlStatements {
    /** What a semicolon may hide in: comments, texts, and bodies between dollars. Names in quotes stay. */
    private static final Pattern OPAQUE =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SqlStatements() {}

    static List<String> of(String sql) {
        var bare = OPAQUE.matcher(sql).replaceAll(match -> match.group().startsWith("'") ? "''" : " ");
        var statements = new ArrayList<String>();
        for (var statement : bare.split(";", -1)) {
            var text = SPACES.matcher(statement).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
            if (!text.isEmpty()) {
                statements.add(text);
            }
        }
        return statements;
    }
}
