package dev.plinth.ops.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A step of a release as it went: when, what was found, what was measured, and why it failed if it did. */
public record StepRecord(
        Step step,
        Instant begun,
        Optional<Instant> ended,
        Optional<String> failure,
        List<String> findings,
        List<Measured> measured) {
    public StepRecord {
        findings = List.copyOf(findings);
        measured = List.copyOf(measured);
    }

    static StepRecord begun(Step step, Instant now) {
        return new StepRecord(step, now, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    StepRecord passed(Instant now, List<String> found, List<Measured> gates) {
        return new StepRecord(step, begun, Optional.of(now), Optional.empty(), found, gates);
    }

    StepRecord failed(Instant now, String reason, List<Measured> gates) {
        return new StepRecord(step, begun, Optional.of(now), Optional.of(reason), findings, gates);
    }

    public boolean hasPassed() {
        return ended.isPresent() && failure.isEmpty();
    }

    /** How long it took; nothing while it lasts. */
    public Optional<Duration> took() {
        return ended.map(end -> Duration.between(begun, end));
    }
}
