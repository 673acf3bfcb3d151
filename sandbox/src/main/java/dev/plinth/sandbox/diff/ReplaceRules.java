package dev.plinth.sandbox.diff;

import java.util.List;

/** The inputs of one resource type that cannot be changed in place, and who says so. */
public record ReplaceRules(List<String> paths, String source) {
    /** The rules of a type that can be changed in every input. */
    public static final ReplaceRules NONE = new ReplaceRules(List.of(), "");

    public ReplaceRules {
        paths = List.copyOf(paths);
    }

    /** Whether a change at that path, or anywhere below it, replaces the resource. */
    public boolean replaces(String path) {
        return paths.stream().anyMatch(rule -> path.equals(rule) || path.startsWith(rule + "."));
    }
}
