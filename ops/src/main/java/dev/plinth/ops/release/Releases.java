package dev.plinth.ops.release;

import dev.plinth.ops.Failure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be done with the releases of one environment. */
final class Releases {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final World world;
    private final Records records;
    private final Teller teller;
    private final Predicate<ReleaseRecord> alive;

    /** {@code alive} tells of a release whether its process is at work, as far as that can be known from here. */
    Releases(World world, Records records, Teller teller, Predicate<ReleaseRecord> alive) {
        this.world = world;
        this.records = records;
        this.teller = teller;
        this.alive = alive;
    }

    /** Releases what the checkout has built. */
    ReleaseRecord start(Origin origin, Terms terms) {
        var now = now();
        var id = ID.format(now);
        requireNoneOpen();
        records.take(new Lock(origin.who(), origin.message(), now, Optional.of(id)));
        var record = ReleaseRecord.begun(id, origin, world.stack().standing(), now);
        records.save(record);
        teller.say("release %s: %s is live, %s gets the new version"
                .formatted(id, record.from().colour(), record.to().colour()));
        return walk(record, terms);
    }

    /** What a release would do now, and that it could; throws why it could not. */
    List<String> rehearse() {
        requireNoneOpen();
        records.lock().ifPresent(lock -> {
            throw Failure.failed(lock.toString());
        });
        try {
            return new Preparation(world).all();
        } catch (StepFailed e) {
            throw Failure.failed("no release is possible now", e.reason());
        }
    }

    /** The release that is under way, or that nobody brought to its end; throws when there is none. */
    ReleaseRecord open() {
        return requireOpen();
    }

    /** Goes on with the open release: the waiting ends, or what a dead plinth left is brought to its end here. */
    Optional<ReleaseRecord> promote(Holder who, Terms terms) {
        var open = requireOpen();
        if (alive.test(open)) {
            records.wish(open.id(), Wish.PROMOTE);
            return Optional.empty();
        }
        if (open.outcome() == Outcome.STUCK) {
            throw Failure.failed(
                    "release %s failed, and there is nothing to promote".formatted(open.id()),
                    "lead the traffic back: plinth release abort");
        }
        var mine = takeUp(open, who);
        return Optional.of(walk(mine, terms));
    }

    /** Ends the open release and leads every request back to the version before. */
    Optional<ReleaseRecord> abort(Holder who, Terms terms) {
        var open = requireOpen();
        if (open.outcome() == Outcome.RUNNING && alive.test(open)) {
            records.wish(open.id(), Wish.ABORT);
            return Optional.empty();
        }
        var mine = takeUp(open, who);
        var journal = new Journal(records, teller, world.pace()::now, mine);
        return Optional.of(finished(new Walk(world, terms, journal).back(Outcome.ABORTED, "stopped by " + who)));
    }

    /** The release that a rollback would take back; throws why none can be. */
    ReleaseRecord reversible() {
        requireNoneOpen();
        return new Reversal(world, records).find();
    }

    /** Leads every request back to the version before the last release, which was kept warm for that. */
    ReleaseRecord rollback(Holder who, ReleaseRecord last) {
        records.take(new Lock(who, "takes release %s back".formatted(last.id()), now(), Optional.of(last.id())));
        try {
            world.stack().update(Requests.live(last.from().colour()));
            var back = last.ended(Outcome.ROLLED_BACK, Optional.of("taken back by " + who), now());
            records.save(back);
            return back;
        } finally {
            records.unlock();
        }
    }

    List<ReleaseRecord> history(int most) {
        return records.newest().limit(most).toList();
    }

    Optional<Lock> lock() {
        return records.lock();
    }

    void lock(Holder who, String message) {
        records.take(new Lock(who, message, now(), Optional.empty()));
    }

    /** Takes the lock away, unless it is a release's that is not over. */
    Lock unlock() {
        var lock = records.lock().orElseThrow(() -> Failure.failed("nobody holds the lock of releases"));
        lock.release().flatMap(records::find).filter(ReleaseRecord::isOpen).ifPresent(open -> {
            throw Failure.failed(
                    "the lock is that of release %s, which is not over".formatted(open.id()),
                    "end it: plinth release promote, or plinth release abort");
        });
        records.unlock();
        return lock;
    }

    private ReleaseRecord takeUp(ReleaseRecord open, Holder who) {
        var mine = open.takenUpBy(who, now());
        records.replace(new Lock(who, open.origin().message(), now(), Optional.of(open.id())));
        records.save(mine);
        return mine;
    }

    private ReleaseRecord walk(ReleaseRecord record, Terms terms) {
        var journal = new Journal(records, teller, world.pace()::now, record);
        return finished(new Walk(world, terms, journal).go());
    }

    private ReleaseRecord finished(ReleaseRecord record) {
        if (!record.isOpen()) {
            records.takeWish(record.id());
            records.unlock();
        }
        return record;
    }

    private void requireNoneOpen() {
        records.last().filter(ReleaseRecord::isOpen).ifPresent(open -> {
            throw Failure.failed(
                    "release %s of %s is not over: %s"
                            .formatted(
                                    open.id(),
                                    open.origin().who(),
                                    open.origin().message()),
                    "how it goes: plinth release status");
        });
    }

    private ReleaseRecord requireOpen() {
        return records.last()
                .filter(ReleaseRecord::isOpen)
                .orElseThrow(() -> Failure.failed(
                        "no release is under way",
                        "the last ones: plinth release history",
                        "a new one: plinth release start"));
    }

    private Instant now() {
        return world.pace().now();
    }
}
