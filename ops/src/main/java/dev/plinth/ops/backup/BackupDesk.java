package dev.plinth.ops.backup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.console.Table;
import dev.plinth.ops.database.Database;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.process.Interruption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Where a person makes a backup, looks at all of them, or has them held to what was promised. */
public final class BackupDesk {
    private final StackRuns runs;
    private final Clouds clouds;
    private final Console console;
    private final Clock clock;

    /** Time, and how it is waited for. */
    public record Clock(InstantSource now, Interruption interruption) {}

    public BackupDesk(StackRuns runs, Clouds clouds, Console console, Clock clock) {
        this.runs = runs;
        this.clouds = clouds;
        this.console = console;
        this.clock = clock;
    }

    /** Makes a backup of each kind that the environment has, and waits until all are of use. */
    public void now(Selection selection, boolean json) {
        var begun = clock.now().instant();
        var where = runs.whereabouts(selection);
        var place = runs.place(selection, where);
        try (var cloud = clouds.open(place)) {
            var making = new Making(new Database(where, cloud), place.region(), clock, console.narration(json));
            var made = making.all();
            var took = Duration.between(begun, clock.now().instant());
            if (json) {
                var data = Json.object().put("stack", selection.stack()).put("seconds", took.toMillis() / 1000.0);
                var backups = data.putArray("backups");
                made.forEach(backup -> backups.add(json(backup)));
                console.out().line(Json.print(data));
            } else {
                made.forEach(backup -> console.out().line("%s: %s".formatted(backup.kind(), backup.name())));
                console.out().line("made in " + Spelling.age(took));
            }
        }
    }

    /** Shows every backup, the newest first. */
    public void list(Selection selection, boolean json) {
        var found = Found.of(selection, runs, clouds);
        var now = clock.now().instant();
        if (json) {
            var data = Json.object().put("stack", selection.stack());
            found.restorable().ifPresent(moment -> data.put("restorable", moment.toString()));
            var backups = data.putArray("backups");
            all(found).forEach(backup -> backups.add(json(backup)));
            console.out().line(Json.print(data));
            return;
        }
        var table = new Table().row("age", "kind", "region", "size", "encrypted", "status", "name");
        all(found)
                .forEach(backup -> table.row(
                        Spelling.age(Duration.between(backup.made(), now)),
                        backup.kind(),
                        backup.region(),
                        Spelling.size(backup.bytes()),
                        backup.encrypted() ? "yes" : "no",
                        backup.status(),
                        backup.name()));
        console.out().lines(table.lines());
        console.out().line(restorable(found, now));
    }

    private static String restorable(Found found, Instant now) {
        return found.restorable()
                .map(moment -> "the database can be restored to any second until %s (%s ago)"
                        .formatted(moment, Spelling.age(Duration.between(moment, now))))
                .orElse("the database cannot be restored to a moment");
    }

    /** Holds the backups to what was promised; fails when a promise is broken. */
    public void verify(Selection selection, boolean json) {
        var found = Found.of(selection, runs, clouds);
        var promises = Promise.judge(found, clock.now().instant(), !selection.sandboxed());
        var isKept = promises.stream().noneMatch(Promise::isBroken);
        if (json) {
            var data = Json.object().put("stack", selection.stack()).put("kept", isKept);
            var told = data.putArray("promises");
            promises.forEach(promise -> {
                var one = told.addObject().put("promise", promise.what());
                promise.kept().ifPresent(kept -> one.put("kept", kept));
                one.put("found", promise.found());
            });
            console.out().line(Json.print(data));
        } else {
            show(promises);
        }
        if (!isKept) {
            console.err().line("plinth: the backups of %s are not what was promised".formatted(selection.stack()));
            throw Failure.reported(ExitCode.FAILED);
        }
    }

    private void show(List<Promise> promises) {
        var table = new Table();
        promises.forEach(promise -> table.row(
                promise.kept().map(kept -> kept ? "kept" : "BROKEN").orElse("open"), promise.what(), promise.found()));
        var out = console.out();
        var lines = table.lines();
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            out.line(promises.get(index).isBroken() ? out.paint(Colour.RED, line) : line);
        }
    }

    private static Stream<Backup> all(Found found) {
        return Stream.concat(found.here().stream(), found.copies().stream());
    }

    private static ObjectNode json(Backup backup) {
        var data = Json.object()
                .put("name", backup.name())
                .put("kind", backup.kind())
                .put("region", backup.region())
                .put("made", backup.made().toString())
                .put("encrypted", backup.encrypted())
                .put("status", backup.status());
        backup.bytes().ifPresent(bytes -> data.put("bytes", bytes));
        return data;
    }
}
