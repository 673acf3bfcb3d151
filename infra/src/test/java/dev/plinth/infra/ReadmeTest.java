package dev.plinth.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.infra.config.InvalidConfiguration;
import dev.plinth.infra.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of settings is complete and names nothing that is not there. */
final class ReadmeTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z][^|]*) \\|");
    private static final Pattern SETTING = Pattern.compile("`([a-zA-Z.-]+)`");
    private static final List<String> GROUPS = List.of(
            "cluster",
            "network",
            "keys",
            "logs",
            "notices",
            "audit",
            "database",
            "cache",
            "edge",
            "site",
            "app",
            "backup",
            "delivery",
            "release",
            "restart");
    private static final List<String> GROUPS_WITHIN = List.of(
            "cluster.nodes", "cluster.addOns", "release.weights", "release.images", "edge.waf", "edge.waf.mode");

    @Test
    void theTableHasEverySettingThatTheProgramReads() throws IOException {
        var documented = documented();

        assertThat(documented).hasSizeGreaterThan(30).isEqualTo(known());
    }

    private static Set<String> documented() throws IOException {
        var settings = new TreeSet<String>();
        var rows = ROW.matcher(Files.readString(Path.of("README.md")));
        while (rows.find()) {
            SETTING.matcher(rows.group(1)).results().forEach(setting -> settings.add(setting.group(1)));
        }
        return settings;
    }

    /** A setting that does not exist is answered with all that do. */
    private static Set<String> known() {
        var yaml = new StringBuilder("config:\n  plinth:nothing: x\n");
        GROUPS.stream()
                .filter(group -> !List.of("cluster", "edge", "release").contains(group))
                .forEach(group -> yaml.append("  plinth:%s: {nothing: x}%n".formatted(group)));
        yaml.append("  plinth:release: {nothing: x, weights: {nothing: x}, images: {nothing: x}}\n");
        yaml.append("  plinth:cluster: {nothing: x, nodes: {nothing: x}, addOns: {nothing: x}}\n");
        yaml.append("  plinth:edge: {nothing: x, waf: {nothing: x, mode: {nothing: x}}}\n");
        var failure = catchThrowableOfType(
                InvalidConfiguration.class, () -> Environment.of(StackFiles.settings("local", yaml.toString())));
        var settings = new TreeSet<String>();
        failure.problems().stream()
                .filter(problem -> problem.path().endsWith("nothing"))
                .forEach(problem -> settings.addAll(settingsBeside(problem)));
        settings.removeAll(GROUPS);
        settings.removeAll(GROUPS_WITHIN);
        return settings;
    }

    private static List<String> settingsBeside(Problem problem) {
        var group = problem.path().substring("plinth:".length(), problem.path().length() - "nothing".length());
        return List.of(problem.expected().substring("one of ".length()).split(", ", -1)).stream()
                .map(group::concat)
                .toList();
    }
}
