package dev.plinth.policy.docs;

import java.util.List;
import java.util.stream.Collectors;

/** A page in Markdown; blocks are parted by an empty line. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    void heading(int level, String title) {
        block("#".repeat(level) + " " + title);
    }

    void paragraph(String sentences) {
        if (!sentences.isBlank()) {
            block(sentences);
        }
    }

    void json(String snippet) {
        block("```json\n" + snippet + "\n```");
    }

    void table(List<String> head, List<List<String>> rows) {
        String rule = head.stream().map(cell -> "---").collect(Collectors.joining(" | ", "| ", " |"));
        block(row(head)
                + "\n"
                + rule
                + rows.stream().map(row -> "\n" + row(row)).collect(Collectors.joining()));
    }

    String text() {
        return text.toString();
    }

    static String code(String name) {
        return name.isEmpty() ? "" : "`" + name + "`";
    }

    static String link(String name, String target) {
        return "[%s](%s)".formatted(name, target);
    }

    /** A clause as a sentence: with a capital letter and a full stop. */
    static String sentence(String clause) {
        String stopped = clause.endsWith(".") ? clause : clause + ".";
        return stopped.isBlank() ? "" : Character.toUpperCase(stopped.charAt(0)) + stopped.substring(1);
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private void block(String block) {
        text.append(text.isEmpty() ? "" : "\n").append(block).append('\n');
    }
}
