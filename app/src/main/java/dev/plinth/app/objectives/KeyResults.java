package dev.plinth.app.objectives;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.metrics.Amount;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import dev.plinth.app.work.Transactions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The numbers that tell how far objectives have come. */
public final class KeyResults {
    /** An objective with more is none that a team can keep in mind. */
    private static final int COUNT_MAX = 20;

    private static final UUID BEGINNING = new UUID(0, 0);

    private final KeyResultStore store;
    private final CheckInStore checkIns;
    private final Objectives objectives;
    private final Work work;

    /** What changes are made with. */
    public record Work(Transactions transactions, ChangeLog changes, Clock clock) {}

    public KeyResults(KeyResultStore store, CheckInStore checkIns, Objectives objectives, Work work) {
        this.store = store;
        this.checkIns = checkIns;
        this.objectives = objectives;
        this.work = work;
    }

    public KeyResult create(Actor actor, UUID objectiveUid, KeyResultContent content) {
        return work.transactions().within(() -> {
            Objective objective = objectives.locked(actor, objectiveUid);
            content.metric().ifPresent(metric -> requirePublic(content));
            if (all(objectiveUid).size() >= COUNT_MAX) {
                throw new ConflictException(
                        Conflict.WRONG_STATE,
                        "The objective has %d key results, the most there can be. Delete one first."
                                .formatted(COUNT_MAX));
            }
            KeyResult made = store.insert(
                    objectiveUid,
                    content,
                    judged(objective, content, content.aim().baseline(), Optional.empty()));
            recordUpdate(
                    actor,
                    Change.made(ChangeType.OBJECTIVE_UPDATED, objectiveUid.toString(), ObjectiveJson.write(made)));
            return made;
        });
    }

    public KeyResult get(UUID uid) {
        return store.find(uid).orElseThrow(() -> missing(uid));
    }

    /** Those of an objective in the order in which they were made: at most {@code limit}, all after {@code after}. */
    public Slice<KeyResult> of(UUID objective, UUID after, int limit) {
        return Slice.of(store.of(objectives.get(objective).uid(), after, limit + 1), limit);
    }

    /** How far an objective has come by now. */
    public Outlook outlook(UUID objective) {
        return new Outlook(objectives.get(objective), all(objective), now());
    }

    /** Puts what {@code edit} makes of the content in its place. */
    public KeyResult change(Actor actor, UUID uid, IfMatch seen, UnaryOperator<KeyResultContent> edit) {
        return work.transactions().within(() -> {
            Objective objective = objectiveOf(actor, uid);
            KeyResult before = locked(uid);
            seen.check(before.revision());
            KeyResultContent content = edit.apply(before.content());
            if (!content.metric().equals(before.content().metric())) {
                requirePublic(content);
            }
            // Nobody has reported a value yet: it stands where it starts, wherever that is now.
            Amount current = before.reading().at().isPresent()
                    ? before.reading().current()
                    : content.aim().baseline();
            KeyResult after = store.update(
                    uid,
                    content,
                    judged(objective, content, current, before.reading().at()));
            recordUpdate(
                    actor,
                    new Change(
                            ChangeType.OBJECTIVE_UPDATED,
                            objective.uid().toString(),
                            ObjectiveJson.write(before),
                            ObjectiveJson.write(after)));
            return after;
        });
    }

    public void delete(Actor actor, UUID uid, IfMatch seen) {
        work.transactions().within(() -> {
            Objective objective = objectiveOf(actor, uid);
            KeyResult gone = locked(uid);
            seen.check(gone.revision());
            store.delete(uid);
            recordUpdate(
                    actor,
                    Change.gone(ChangeType.OBJECTIVE_UPDATED, objective.uid().toString(), ObjectiveJson.write(gone)));
            return gone;
        });
    }

    /** Keeps a value that was reported, and judges it. */
    public KeyResult checkIn(Actor actor, UUID uid, CheckIn.Report report) {
        return work.transactions().within(() -> {
            Objective objective = objectiveOf(actor, uid);
            KeyResult before = locked(uid);
            Instant at = now();
            checkIns.insert(uid, report, actor.principal().id(), at);
            KeyResultContent content = before.content();
            KeyResult after = store.update(uid, content, judged(objective, content, report.value(), Optional.of(at)));
            var change = new Change(
                    ChangeType.KEY_RESULT_CHECKED_IN,
                    uid.toString(),
                    ObjectiveJson.write(before),
                    ObjectiveJson.write(after));
            recordUpdate(actor, change);
            if (after.reading().track() == Track.OFF_TRACK && before.reading().track() != Track.OFF_TRACK) {
                recordUpdate(
                        actor,
                        new Change(ChangeType.KEY_RESULT_OFF_TRACK, uid.toString(), change.before(), change.after()));
            }
            return after;
        });
    }

    /** What was reported of a key result, the newest first: at most {@code limit}, all before {@code before}. */
    public Slice<CheckIn> checkIns(UUID uid, Optional<UUID> before, int limit) {
        return Slice.of(checkIns.list(get(uid).uid(), before, limit + 1), limit);
    }

    private List<KeyResult> all(UUID objective) {
        return store.of(objective, BEGINNING, COUNT_MAX);
    }

    /** The objective is locked first, always: so no two changes can wait for each other. */
    private Objective objectiveOf(Actor actor, UUID keyResult) {
        return objectives.locked(actor, get(keyResult).objective());
    }

    private KeyResult locked(UUID uid) {
        return store.lock(uid).orElseThrow(() -> missing(uid));
    }

    private Reading judged(Objective objective, KeyResultContent content, Amount current, Optional<Instant> at) {
        BigDecimal elapsed = objective.content().period().elapsed(now());
        return new Reading(current, at, Track.of(content.aim().progress(current), elapsed));
    }

    /** A draft is refused like what is not there, so that its id is told to nobody. */
    private void requirePublic(KeyResultContent content) {
        if (!content.metric().map(store::isPublic).orElse(true)) {
            throw new InvalidFieldException("/metric_id", "must be the id of a metric that is published");
        }
    }

    private void recordUpdate(Actor actor, Change change) {
        work.changes().record(actor, change);
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return work.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static NotFoundException missing(UUID uid) {
        return new NotFoundException("key result", uid.toString());
    }
}
