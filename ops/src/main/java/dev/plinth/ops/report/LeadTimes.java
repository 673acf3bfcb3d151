package dev.plinth.ops.report;

import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Answers;
import dev.plinth.ops.process.Answers.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How old each commit of a deployment was when it was live: the checkout's history knows when it was made. */
final class LeadTimes {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

    private final House house;
    private final Answers answers;

    LeadTimes(House house, Answers answers) {
        this.house = house;
        this.answers = answers;
    }

    /**
     * By the release's id. A deployment brings the commits since the one before it; commits that this checkout does not
     * know are left out.
     */
    Map<String, List<Duration>> of(List<Deployment> deployments) {
        var whole = deployments.stream()
                .filter(deployment -> deployment.isWhole()
                        && COMMIT.matcher(deployment.commit()).matches())
                .sorted(Comparator.comparing(Deployment::reached))
                .toList();
        var all = new HashMap<String, List<Duration>>();
        var before = Optional.<String>empty();
        for (var deployment : whole) {
            all.put(deployment.id(), ages(before, deployment));
            before = Optional.of(deployment.commit());
        }
        return all;
    }

    private List<Duration> ages(Optional<String> before, Deployment deployment) {
        if (!isKnown(deployment.commit())) {
            return List.of();
        }
        // What was live before may be newer, or of another history: then the commit stands for itself.
        var range = before.filter(this::isKnown)
                .map(commit -> times(commit + ".." + deployment.commit()))
                .orElse(List.of());
        var times = range.isEmpty() ? times("-1", deployment.commit()) : range;
        return times.stream()
                .map(time -> Duration.between(time, deployment.reached()))
                .filter(age -> !age.isNegative())
                .toList();
    }

    private boolean isKnown(String commit) {
        return git("rev-parse", "-q", "--verify", commit + "^{commit}").exitCode() == 0;
    }

    private List<Instant> times(String... selection) {
        var arguments = new ArrayList<>(List.of("log", "--format=%ct"));
        arguments.addAll(List.of(selection));
        arguments.add("--");
        return git(arguments.toArray(String[]::new))
                .output()
                .lines()
                .map(line -> Instant.ofEpochSecond(Long.parseLong(line)))
                .toList();
    }

    private Answer git(String... arguments) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return answers.ask(command, house.home());
    }
}
