package dev.plinth.ops.release;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.environment.Confirmation;
import dev.plinth.ops.environment.Consent;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Answers;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.recovery.Scratch;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Where a person asks for a release, for its end, or for how it goes. */
public final class ReleaseDesk {
    private final Workroom room;
    private final Console console;
    private final Answers answers;
    private final Presence presence;

    /** What the desk knows of the machine. */
    public record Machine(
            InstantSource clock, Interruption interruption, Answers answers, Map<String, String> environment) {
        public Machine {
            environment = Map.copyOf(environment);
        }
    }

    /** How environments, their clouds and copies of their databases are reached. */
    public record Reach(StackRuns runs, Clouds clouds, Scratch scratch) {}

    public ReleaseDesk(House house, Reach reach, Console console, Machine machine) {
        this.room = new Workroom(house, reach, machine.clock(), machine.interruption());
        this.console = console;
        this.answers = machine.answers();
        this.presence = new Presence(machine.environment(), machine.clock());
    }

    /** Releases what the checkout has built. */
    public void start(Selection selection, Asked asked, Consent consent, boolean json) {
        // What is released was built a moment ago, and the daemon may be of the build before.
        room.reach().runs().renew(selection);
        try (var opened = open(selection, json)) {
            var releases = opened.releases();
            if (consent.dryRun() || !selection.sandboxed()) {
                console.narration(json).lines(releases.rehearse());
            }
            if (consent.dryRun()) {
                return;
            }
            Confirmation.obtain(console, selection, consent, "Release this to %s?".formatted(selection.stack()));
            var origin = new Origin(presence.here(), asked.message(), commit());
            conclude(watched(() -> releases.start(origin, asked.terms())), json);
        }
    }

    /** Ends the waiting of the release under way, or goes on with one whose plinth has died. */
    public void promote(Selection selection, Asked asked, Consent consent, boolean json) {
        try (var opened = open(selection, json)) {
            var releases = opened.releases();
            var open = releases.open();
            var plan = "release %s goes on from %s"
                    .formatted(open.id(), open.next().map(Step::toString).orElse("its end"));
            if (agreed(selection, consent, plan, json)) {
                var promoted = watched(() -> releases.promote(presence.here(), asked.terms()));
                promoted.ifPresentOrElse(record -> conclude(record, json), () -> asked(open, json));
            }
        }
    }

    /** Leads every request back to the version before the release under way, and ends it. */
    public void abort(Selection selection, Asked asked, Consent consent, boolean json) {
        try (var opened = open(selection, json)) {
            var releases = opened.releases();
            var open = releases.open();
            var plan = "release %s ends, and %s gets every request"
                    .formatted(open.id(), open.from().colour());
            if (agreed(selection, consent, plan, json)) {
                var aborted = watched(() -> releases.abort(presence.here(), asked.terms()));
                aborted.ifPresentOrElse(record -> conclude(record, json), () -> asked(open, json));
            }
        }
    }

    /** Takes the last release back. */
    public void rollback(Selection selection, Consent consent, boolean json) {
        try (var opened = open(selection, json)) {
            var releases = opened.releases();
            var last = releases.reversible();
            var plan = "release %s (\"%s\") is taken back: %s gets every request, with %s"
                    .formatted(
                            last.id(),
                            last.origin().message(),
                            last.from().colour(),
                            last.from().image());
            if (agreed(selection, consent, plan, json)) {
                conclude(releases.rollback(presence.here(), last), json);
            }
        }
    }

    /** Tells how releases stand, and what to do. */
    public void status(Selection selection, boolean json) {
        try (var opened = open(selection, json)) {
            var releases = opened.releases();
            var last = releases.history(1).stream().findFirst();
            var report = new Report(
                    opened.stack().standing(),
                    releases.lock(),
                    last,
                    last.filter(record -> record.isOpen() && presence.isAtWork(record))
                            .isPresent());
            console.out().lines(json ? List.of(Json.print(report.json())) : report.lines());
        }
    }

    /** Tells of the last releases, the newest first. */
    public void history(Selection selection, int most, boolean json) {
        try (var opened = open(selection, json)) {
            var records = opened.releases().history(most);
            console.out()
                    .lines(
                            json
                                    ? List.of(Json.print(records.stream()
                                            .map(RecordJson::write)
                                            .toList()))
                                    : Report.table(records).lines());
        }
    }

    /** Keeps everybody from releasing. */
    public void lock(Selection selection, String message) {
        try (var opened = open(selection, false)) {
            opened.releases().lock(presence.here(), message);
            console.out().line("nobody releases to %s until: plinth release unlock".formatted(selection.stack()));
        }
    }

    /** Lets everybody release again. */
    public void unlock(Selection selection) {
        try (var opened = open(selection, false)) {
            console.out().line("taken away: " + opened.releases().unlock());
        }
    }

    private Workroom.Opened open(Selection selection, boolean json) {
        return room.open(selection, new ConsoleTeller(console.narration(json)), presence::isAtWork);
    }

    private boolean agreed(Selection selection, Consent consent, String plan, boolean json) {
        console.narration(json).line(plan);
        if (!consent.dryRun()) {
            Confirmation.obtain(console, selection, consent, "Go on?");
        }
        return !consent.dryRun();
    }

    /** Whoever stops a release by a signal is told that it is not over. */
    private <T> T watched(Supplier<T> work) {
        try {
            return work.get();
        } catch (Failure e) {
            if (e.exitCode() == ExitCode.INTERRUPTED) {
                console.err().line("plinth: the release stays where it is; what to do: plinth release status");
            }
            throw e;
        }
    }

    private void asked(ReleaseRecord open, boolean json) {
        console.narration(json)
                .line("%s is at it and was asked; see: plinth release status"
                        .formatted(open.origin().who()));
    }

    private void conclude(ReleaseRecord record, boolean json) {
        if (json) {
            console.out().line(Json.print(RecordJson.write(record)));
        } else {
            console.out().line("release %s: %s".formatted(record.id(), record.outcome()));
        }
        if (record.outcome() == Outcome.FAILED || record.outcome() == Outcome.STUCK) {
            throw Failure.failed(
                    "release %s failed in %s"
                            .formatted(
                                    record.id(),
                                    record.reached().map(Step::toString).orElse("its begin")),
                    record.reason().orElse(""),
                    "more: plinth release status");
        }
    }

    /** What is released, in Git's terms; empty in a copy of a checkout. */
    private String commit() {
        var home = room.house().home();
        if (!Files.exists(home.resolve(".git"))) {
            return "";
        }
        var answer = answers.ask(List.of("git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"), home);
        return answer.exitCode() == 0 ? answer.output().strip() : "";
    }
}
