package dev.plinth.ops.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what a running version that knows nothing of a migration cannot live with. */
final class Breakage {
    private static final Pattern CREATED =
            Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\"?[\\w.]+\"?).*");
    private static final Pattern ABOUT =
            Pattern.compile("(?:alter|drop|truncate) (?:table )?(?:if exists )?(?:only )?(\"?[\\w.]+\"?).*");

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "drop (?:table|view|materialized view|type|domain|schema|function|procedure|sequence|trigger|role|extension)\\b.*",
                    "drops what it may read or write"),
            new Rule("truncate\\b.*", "empties a table"),
            new Rule("alter .*\\brename\\b.*", "renames what it knows by its old name"),
            new Rule("alter (?:table|view|materialized view|foreign table)\\b.* drop column\\b.*", "drops a column"),
            new Rule(
                    "alter table\\b.* drop (?!column|constraint|not null|default|identity|expression)(?:if exists )?\"?\\w+\"?(?: cascade| restrict)?(?:,.*|$)",
                    "drops a column"),
            new Rule("alter table\\b.* alter (?:column )?\\S+ (?:set data )?type\\b.*", "changes the type of a column"),
            new Rule("alter table\\b.* set not null\\b.*", "asks for a value that it does not give"),
            new Rule(
                    "alter table\\b.* drop (?:default|identity|expression)\\b.*",
                    "asks for a value that it does not give"),
            new Rule(
                    "alter table\\b.* add (?:column )?(?:if not exists )?(?!constraint|check|unique|primary|foreign|exclude)"
                            + "\\S+ (?![^,]*\\b(?:default|generated)\\b)[^,]*\\bnot null\\b.*",
                    "adds a column that it does not fill"));

    private Breakage() {}

    private record Rule(Pattern pattern, String what) {
        Rule(String pattern, String what) {
            this(Pattern.compile(pattern), what);
        }
    }

    /** A line for each statement that breaks; tables that the files themselves create are nobody's yet. */
    static List<String> in(List<MigrationFile> files) {
        var created = new HashSet<String>();
        var found = new ArrayList<String>();
        for (var file : files) {
            for (var statement : SqlStatements.of(file.sql())) {
                var creation = CREATED.matcher(statement);
                if (creation.matches()) {
                    created.add(creation.group(1));
                } else if (!isAbout(created, statement)) {
                    RULES.stream()
                            .filter(rule -> rule.pattern().matcher(statement).matches())
                            .findFirst()
                            .ifPresent(rule -> found.add("%s %s: %s".formatted(file.name(), rule.what(), statement)));
                }
            }
        }
        return found;
    }

    private static boolean isAbout(Set<String> created, String statement) {
        var about = ABOUT.matcher(statement);
        return about.matches() && created.contains(about.group(1));
    }
}
