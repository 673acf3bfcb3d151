package dev.plinth.ops.site;

import dev.plinth.ops.Failure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of releases: what the program takes as a version (its {@code plinth:site}). */
final class SiteVersion {
    private static final Pattern VALID = Pattern.compile("(?!(?:none|previous)$)[0-9A-Za-z][0-9A-Za-z._-]{0,63}");
    private static final int DIGITS = 12;

    static String require(String version) {
        if (!VALID.matcher(version).matches()) {
            throw Failure.usage(
                    "expected a version of at most 64 letters, digits, dots, dashes and underscores, found: " + version,
                    "the words none and previous mean something else",
                    "for example: 1.2.3");
        }
        return version;
    }

    /** A name that only this content has. */
    static String of(List<SiteFile> files) {
        var all = files.stream()
                .map(file -> "%s %s".formatted(file.sha256(), file.path()))
                .collect(Collectors.joining("\n"));
        return Checksum.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    private SiteVersion() {}
}
