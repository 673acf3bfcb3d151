package dev.plinth.ops.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One release from its begin to its end, as it is kept: nothing in it is ever changed but added to. */
public record ReleaseRecord(
        String id,
        Origin origin,
        Side from,
        Side to,
        Span span,
        Versions versions,
        List<StepRecord> steps,
        Outcome outcome,
        Optional<String> reason) {

    public ReleaseRecord {
        steps = List.copyOf(steps);
    }

    /** When it began, when something was last heard of it, and when it ended. */
    public record Span(Instant begun, Instant heard, Optional<Instant> ended) {}

    static ReleaseRecord begun(String id, Origin origin, Standing standing, Instant now) {
        return new ReleaseRecord(
                id,
                origin,
                new Side(standing.live(), standing.image(standing.live())),
                new Side(standing.idle(), standing.image(standing.idle())),
                new Span(now, now, Optional.empty()),
                Versions.UNKNOWN,
                List.of(),
                Outcome.RUNNING,
                Optional.empty());
    }

    /** The step to begin with, or to begin again: the first that has not passed; nothing when all have. */
    public Optional<Step> next() {
        return steps.isEmpty()
                ? Optional.of(Step.CHECKS)
                : last().hasPassed() ? last().step().next() : Optional.of(last().step());
    }

    /** The step that it is at, or ended with. */
    public Optional<Step> reached() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(last().step());
    }

    /** Tells whether it is the deployment that did not end well: nobody knows then what the new colour runs. */
    public boolean isDeploying() {
        return next().filter(Step.DEPLOY::equals).isPresent();
    }

    public boolean isOpen() {
        return outcome.isOpen();
    }

    /** Tells whether the version before cannot work any more once this release has migrated the schema. */
    public boolean contracts() {
        return !versions.contracting().isEmpty();
    }

    ReleaseRecord begin(Step step, Instant now) {
        var all = new ArrayList<>(steps);
        // One that did not end is begun again.
        all.removeIf(done -> done.step() == step);
        all.add(StepRecord.begun(step, now));
        return with(all, outcome, reason, new Span(span.begun(), now, Optional.empty()));
    }

    ReleaseRecord passed(Instant now, List<String> findings, List<Measured> measured) {
        return replacingLast(last().passed(now, findings, measured), now);
    }

    ReleaseRecord failed(Instant now, String why, List<Measured> measured) {
        return replacingLast(last().failed(now, why, measured), now);
    }

    ReleaseRecord ended(Outcome how, Optional<String> why, Instant now) {
        return with(steps, how, why, new Span(span.begun(), now, Optional.of(now)));
    }

    /** It goes on for this person, in another process. */
    ReleaseRecord takenUpBy(Holder who, Instant now) {
        return new ReleaseRecord(
                id,
                new Origin(who, origin.message(), origin.commit()),
                from,
                to,
                new Span(span.begun(), now, Optional.empty()),
                versions,
                steps,
                Outcome.RUNNING,
                Optional.empty());
    }

    ReleaseRecord heard(Instant now) {
        return with(steps, outcome, reason, new Span(span.begun(), now, span.ended()));
    }

    ReleaseRecord bringing(String image) {
        return new ReleaseRecord(
                id, origin, from, new Side(to.colour(), image), span, versions, steps, outcome, reason);
    }

    ReleaseRecord migrating(Versions known) {
        return new ReleaseRecord(id, origin, from, to, span, known, steps, outcome, reason);
    }

    private StepRecord last() {
        return steps.getLast();
    }

    private ReleaseRecord replacingLast(StepRecord step, Instant now) {
        var all = new ArrayList<>(steps.subList(0, steps.size() - 1));
        all.add(step);
        return with(all, outcome, reason, new Span(span.begun(), now, span.ended()));
    }

    private ReleaseRecord with(List<StepRecord> all, Outcome how, Optional<String> why, Span when) {
        return new ReleaseRecord(id, origin, from, to, when, versions, all, how, why);
    }
}
