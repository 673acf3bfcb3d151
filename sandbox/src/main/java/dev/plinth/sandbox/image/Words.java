package dev.plinth.sandbox.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits an instruction's text as Docker does: at blanks outside of quotes, with variables put in. */
final class Words {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)}|([A-Za-z_]\\w*))");
    private static final char NONE = 0;

    private final Instruction instruction;
    private final String text;
    private final Map<String, String> variables;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote = NONE;
    private int at;

    private Words(Instruction instruction, Map<String, String> variables) {
        this.instruction = instruction;
        this.text = instruction.text();
        this.variables = variables;
    }

    static List<String> of(Instruction instruction, Map<String, String> variables) {
        return new Words(instruction, variables).split();
    }

    private List<String> split() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (quote == NONE && Character.isWhitespace(next)) {
                endWord();
                at++;
            } else {
                inWord = true;
                take(next);
            }
        }
        if (quote != NONE) {
            throw instruction.refused("has a %s without its end: %s".formatted(quote, text));
        }
        endWord();
        return List.copyOf(words);
    }

    private void take(char next) {
        if (next == '$' && quote != '\'') {
            word.append(variable());
            return;
        }
        at++;
        if (next == '\\' && quote != '\'' && at < text.length()) {
            word.append(text.charAt(at++));
        } else if (next == quote) {
            quote = NONE;
        } else if (quote == NONE && (next == '"' || next == '\'')) {
            quote = next;
        } else {
            word.append(next);
        }
    }

    private String variable() {
        Matcher matcher = VARIABLE.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw instruction.refused(
                    "has a $ that is not $NAME or ${NAME}: %s: write \\$ for the sign itself".formatted(text));
        }
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        if (!variables.containsKey(name)) {
            throw instruction.refused(
                    "uses $%s, which the sandbox does not know: give it a value by ENV or ARG in this stage"
                            .formatted(name));
        }
        at = matcher.end();
        return variables.getOrDefault(name, "");
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
