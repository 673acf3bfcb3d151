package dev.plinth.ops.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The four measures of software delivery performance, as DORA asks for them (dora.dev/research), taken from records
 * instead of answers:
 *
 * <ul>
 *   <li>Deployment frequency, "how often does your organization deploy code to production": deployments a week. A
 *       release that was given up before a user met it is none.
 *   <li>Lead time for changes, "from code committed to code successfully running in production": for each commit of a
 *       deployment, from the commit to the moment when all traffic reached it; the median.
 *   <li>Change failure rate, the part of changes that "result in degraded service and subsequently require
 *       remediation": deployments that were taken back, by a gate or by a person, or that an incident names as its
 *       cause.
 *   <li>Time to restore service, "when a service incident or a defect that impacts users occurs": of each incident
 *       from open to closed, and of each failed deployment without an incident from the moment when it reached users
 *       to its way back; the median.
 * </ul>
 *
 * <p>Medians, because one long night should not hide forty good weeks.
 */
record Measures(
        Window window,
        List<Week> weeks,
        Optional<Duration> leadTime,
        int commits,
        Optional<Duration> timeToRestore,
        Failures failures) {
    Measures {
        weeks = List.copyOf(weeks);
    }

    /** What was deployed in a week, and how much of it failed. */
    record Week(LocalDate monday, int deployments, int failed) {}

    /** How many failures were restored from, and how many still go on. */
    record Failures(int restored, int open) {}

    /** Everything that is measured: releases, incidents, and for each release the age of its commits. */
    record Evidence(List<Deployment> deployments, List<Incident> incidents, Map<String, List<Duration>> leadTimes) {
        Evidence {
            deployments = List.copyOf(deployments);
            incidents = List.copyOf(incidents);
            leadTimes = Map.copyOf(leadTimes);
        }
    }

    static Measures of(Window window, Evidence evidence) {
        var deployments = evidence.deployments().stream()
                .filter(deployment -> window.contains(deployment.reached()))
                .toList();
        var blamed = evidence.incidents().stream()
                .flatMap(incident -> incident.release().stream())
                .collect(Collectors.toSet());
        var leadTimes = deployments.stream()
                .map(deployment -> evidence.leadTimes().getOrDefault(deployment.id(), List.of()))
                .flatMap(Collection::stream)
                .toList();
        var failures = failures(window, deployments, evidence.incidents(), blamed);
        var restored = failures.stream().flatMap(span -> span.took().stream()).toList();
        return new Measures(
                window,
                window.mondays().stream()
                        .map(monday -> week(window, monday, deployments, blamed))
                        .toList(),
                median(leadTimes),
                leadTimes.size(),
                median(restored),
                new Failures(restored.size(), failures.size() - restored.size()));
    }

    int deployments() {
        return weeks.stream().mapToInt(Week::deployments).sum();
    }

    int failed() {
        return weeks.stream().mapToInt(Week::failed).sum();
    }

    double deploymentsAWeek() {
        return (double) deployments() / weeks.size();
    }

    /** Between 0 and 1; nothing where nothing was deployed. */
    Optional<Double> changeFailureRate() {
        return deployments() == 0 ? Optional.empty() : Optional.of((double) failed() / deployments());
    }

    private static List<Restoration> failures(
            Window window, List<Deployment> deployments, List<Incident> incidents, Collection<String> blamed) {
        var all = new ArrayList<>(incidents.stream()
                .map(Incident::span)
                .filter(span -> window.contains(span.begun()))
                .toList());
        deployments.stream()
                .filter(deployment -> !blamed.contains(deployment.id()))
                .flatMap(deployment -> deployment.failure().stream())
                .forEach(all::add);
        return all;
    }

    private static Week week(Window window, LocalDate monday, List<Deployment> deployments, Collection<String> blamed) {
        var own = deployments.stream()
                .filter(deployment -> window.isInWeek(monday, deployment.reached()))
                .toList();
        var failed = own.stream()
                .filter(deployment -> deployment.failure().isPresent() || blamed.contains(deployment.id()))
                .count();
        return new Week(monday, own.size(), (int) failed);
    }

    /** Of an even number the mean of the two in the middle. */
    private static Optional<Duration> median(Collection<Duration> times) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        var sorted = times.stream().sorted().toList();
        var upper = sorted.get(sorted.size() / 2);
        var lower = sorted.get((sorted.size() - 1) / 2);
        return Optional.of(lower.plus(upper).dividedBy(2));
    }
}
