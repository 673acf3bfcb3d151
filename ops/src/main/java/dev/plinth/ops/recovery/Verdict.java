package dev.plinth.ops.recovery;

import dev.plinth.ops.recovery.Judgement.Outcome;
import dev.plinth.ops.recovery.Reading.Refused;
import dev.plinth.ops.recovery.Reading.Rows;
import java.time.Instant;
import java.util.Optional;

/** An assertion and how it came out. */
record Verdict(String name, Judgement judgement) {

    /** Judges what the copy answered; what the source answered around the moment is there only when it was asked. */
    static Verdict of(Assertion assertion, Readings copy, Optional<Both> source, Instant asked) {
        var judgement = switch (copy.of(assertion)) {
            case Refused(var reason) -> Judgement.failed(reason);
            case Rows rows ->
                assertion.expectation().judge(rows, source.flatMap(both -> both.around(assertion)), asked);
        };
        return new Verdict(assertion.name(), judgement);
    }

    boolean failed() {
        return judgement.outcome() == Outcome.FAILED;
    }

    /** What the source answered just before and just after a moment. */
    record Both(Readings before, Readings after) {
        private Optional<Around> around(Assertion assertion) {
            return before.of(assertion) instanceof Rows first && after.of(assertion) instanceof Rows last
                    ? Optional.of(new Around(first, last))
                    : Optional.empty();
        }
    }
}
