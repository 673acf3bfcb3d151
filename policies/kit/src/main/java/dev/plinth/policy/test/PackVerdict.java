package dev.plinth.policy.test;

import dev.plinth.policy.Finding;
import dev.plinth.policy.Finding.Kind;
import dev.plinth.policy.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** What a pack says of a whole stack, as plain lists of "rule: statement". */
public final class PackVerdict {
    private final List<Verdict> verdicts;

    PackVerdict(List<Verdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    /** What is wrong, such as "rds-backup-retention: db keeps 0 days of backups, needs 7"; fails if a rule has failed. */
    public List<String> violations() {
        findings().filter(finding -> finding.kind() == Kind.BROKEN).findFirst().ifPresent(broken -> {
            throw new AssertionError(broken.message());
        });
        return told(findings().filter(finding -> finding.kind() == Kind.VIOLATION));
    }

    /** What has to wait for the deployment. */
    public List<String> undecided() {
        return told(findings().filter(finding -> finding.kind() == Kind.UNDECIDED));
    }

    /** What would be wrong, were it not for an exemption. */
    public List<String> exempted() {
        return told(verdicts.stream()
                .flatMap(verdict -> verdict.exempted().stream())
                .map(exempted -> exempted.finding()));
    }

    private Stream<Finding> findings() {
        return verdicts.stream().flatMap(verdict -> verdict.findings().stream());
    }

    private static List<String> told(Stream<Finding> findings) {
        return findings.map(finding -> "%s: %s".formatted(finding.rule().id(), finding.statement()))
                .toList();
    }
}
