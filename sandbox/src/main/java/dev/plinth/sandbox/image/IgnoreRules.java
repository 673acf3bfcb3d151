package dev.plinth.sandbox.image;

import dev.plinth.sandbox.disk.Disk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A .dockerignore: the last rule that matches a path or a folder above it decides. */
record IgnoreRules(List<Rule> rules) {
    IgnoreRules {
        rules = List.copyOf(rules);
    }

    /** A line of the file; one with ! brings back what an earlier line left out. */
    record Rule(Pattern pattern, boolean bringsBack) {}

    /** Reads the file beside the Dockerfile that bears its name, else the context's. */
    static IgnoreRules of(ImageSource source) {
        Path own = source.dockerfile().resolveSibling(source.dockerfile().getFileName() + ".dockerignore");
        Optional<String> text =
                Disk.read(own).or(() -> Disk.read(source.context().resolve(".dockerignore")));
        return parse(text.orElse(""));
    }

    static IgnoreRules parse(String text) {
        return new IgnoreRules(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(IgnoreRules::rule)
                .toList());
    }

    /** Whether the path, relative to the context, is not part of the context. */
    boolean ignores(Path path) {
        boolean ignored = false;
        for (Rule rule : rules) {
            if (ignored == rule.bringsBack() && matches(rule, path)) {
                ignored = !rule.bringsBack();
            }
        }
        return ignored;
    }

    private static boolean matches(Rule rule, Path path) {
        for (int depth = 1; depth <= path.getNameCount(); depth++) {
            if (rule.pattern().matcher(path.subpath(0, depth).toString()).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Rule rule(String line) {
        boolean bringsBack = line.startsWith("!");
        String pattern = bringsBack ? line.substring(1).strip() : line;
        String relative =
                Path.of("/").relativize(Path.of("/", pattern).normalize()).toString();
        return new Rule(Glob.pattern(relative), bringsBack);
    }
}
