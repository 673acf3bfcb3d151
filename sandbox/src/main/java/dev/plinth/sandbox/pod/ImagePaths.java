package dev.plinth.sandbox.pod;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Absolute paths of an image, which the program would find in a container, as paths of this machine. */
record ImagePaths(Path root) {
    /** A path at the start of a word, or behind the signs that stand before paths in options and class paths. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?<=^|[=:,])/[^/:=,][^:=,]*");

    private static final String EVERY_JAR = "/*";

    /** The folder or file in the image's own folder, there or not. */
    Path inside(String absolute) {
        return root.resolve(Path.of("/").relativize(Path.of(absolute))).normalize();
    }

    /** The word with every path that the image has replaced; paths that it does not have belong to the machine. */
    String mapped(String word) {
        return ABSOLUTE.matcher(word).replaceAll(this::replacement);
    }

    private String replacement(MatchResult match) {
        String path = match.group();
        String file = path.endsWith(EVERY_JAR) ? path.substring(0, path.length() - EVERY_JAR.length()) : path;
        return Matcher.quoteReplacement(Files.exists(inside(file)) ? root + path : path);
    }
}
