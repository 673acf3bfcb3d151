package dev.plinth.ops.recovery;

import dev.plinth.ops.Failure;
import dev.plinth.ops.environment.CopyStacks.Copy;
import dev.plinth.ops.recovery.DrillReport.Head;
import dev.plinth.ops.recovery.Verdict.Both;
import dev.plinth.ops.tls.Authority;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One drill, from the moment at which the source counts as lost to the report; the copy is gone by then. */
final class DrillRun {
    private static final Period LIFE = Period.ofDays(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Restores restores;
    private final InstantSource clock;
    private final Source source;
    private final Script script;
    private final Authority authority;
    private final List<String> trouble = new ArrayList<>();
    private List<Verdict> verdicts = List.of();
    private Optional<Measured> measured = Optional.empty();

    DrillRun(Restores restores, InstantSource clock, Source source, Script script, Authority authority) {
        this.restores = restores;
        this.clock = clock;
        this.source = source;
        this.script = script;
        this.authority = authority;
    }

    /**
     * The loss that is played.
     *
     * @param moment to which everything shall come back
     * @param begun when somebody began to bring it back
     * @param behind how far the log that is written away was behind the moment
     * @param around what the source answered around the moment, if it was asked then
     */
    private record Loss(Instant moment, Instant begun, Duration behind, Optional<Both> around) {}

    /** Plays a loss at that time, or now, when the source can still be asked what it had. */
    DrillReport run(Copy copy, Optional<RestoreTime> time, List<String> validations) {
        var loss = time.map(this::before).orElseGet(this::now);
        try {
            restore(copy, loss);
        } catch (RuntimeException e) {
            trouble.add(reason(e));
        }
        restores.takeAway(copy).ifPresent(trouble::add);
        var head = new Head(copy.name(), copy.source().stack(), source.identifier(), loss.moment(), clock.instant());
        return new DrillReport(head, script.objectives(), measured, verdicts, trouble, validations);
    }

    private void restore(Copy copy, Loss loss) {
        var claim = Claim.from(clock.instant(), LIFE);
        var restored = restores.make(copy, source, new RestoreTime.At(loss.moment()), claim);
        restores.tell("asking " + copy.name());
        var answers = Readings.ask(restored.login(), authority, script);
        verdicts = script.assertions().stream()
                .map(assertion -> Verdict.of(assertion, answers, loss.around(), loss.moment()))
                .toList();
        var inSource = loss.around().flatMap(both -> both.before().newest());
        measured = Optional.of(new Measured(
                Duration.between(loss.begun(), clock.instant()),
                Measured.rpo(loss.moment(), loss.behind(), inSource, answers.newest()),
                loss.behind(),
                answers.newest()));
    }

    /** A loss in the past: what the source had then, nobody knows. */
    private Loss before(RestoreTime time) {
        var now = clock.instant();
        var latest = Restores.latest(source);
        var moment = time instanceof RestoreTime.At at ? at.second() : latest;
        return new Loss(moment, now, behind(latest, moment), Optional.empty());
    }

    /** A loss in the second that comes: the source is asked before and after it. */
    private Loss now() {
        restores.tell("asking " + source.identifier());
        var owner = source.owner();
        var first = Readings.ask(owner, authority, script);
        var moment = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(SECOND);
        restores.pauseUntil(moment);
        var behind = behind(Restores.latest(source), moment);
        // A restore to a second may bring all of that second back.
        restores.pauseUntil(moment.plus(SECOND));
        var last = Readings.ask(owner, authority, script);
        return new Loss(moment, moment, behind, Optional.of(new Both(first, last)));
    }

    private static Duration behind(Instant latest, Instant moment) {
        return latest.isBefore(moment) ? Duration.between(latest, moment) : Duration.ZERO;
    }

    private static String reason(RuntimeException e) {
        var message = String.valueOf(e.getMessage());
        if (e instanceof Failure failure) {
            return message.isEmpty()
                    ? "the engine could not make the copy, as told above"
                    : "%s %s"
                            .formatted(message, String.join("; ", failure.details()))
                            .strip();
        }
        return message;
    }
}
