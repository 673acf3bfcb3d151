package dev.plinth.ops.release;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The record of the release at hand: every change of it is written down before the work goes on, and told. */
final class Journal {
    private final Records records;
    private final Teller teller;
    private final InstantSource clock;
    private ReleaseRecord record;

    Journal(Records records, Teller teller, InstantSource clock, ReleaseRecord record) {
        this.records = records;
        this.teller = teller;
        this.clock = clock;
        this.record = record;
    }

    ReleaseRecord record() {
        return record;
    }

    void begin(Step step) {
        write(now -> now.begin(step, clock.instant()));
        teller.begins(step);
    }

    void passed(List<String> findings, List<Measured> measured) {
        write(now -> now.passed(clock.instant(), findings, measured));
        teller.passed(record.steps().getLast());
    }

    void failed(String reason, List<Measured> measured) {
        write(now -> now.failed(clock.instant(), reason, measured));
        teller.failed(record.steps().getLast().step(), reason, measured);
    }

    ReleaseRecord ended(Outcome outcome, Optional<String> reason) {
        write(now -> now.ended(outcome, reason, clock.instant()));
        return record;
    }

    void write(UnaryOperator<ReleaseRecord> change) {
        record = change.apply(record);
        records.save(record);
    }

    /** Somebody is still at it. */
    void heard() {
        write(now -> now.heard(clock.instant()));
    }

    void say(String text) {
        teller.say(text);
    }

    /** What somebody at another terminal wishes; a wish to stop is obeyed here. */
    @Nullable
    Wish wishes() {
        var wish = records.takeWish(record.id()).orElse(null);
        if (wish == Wish.ABORT) {
            throw new Stopped();
        }
        return wish;
    }
}
