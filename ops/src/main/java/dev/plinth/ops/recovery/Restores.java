package dev.plinth.ops.recovery;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.database.Database;
import dev.plinth.ops.database.Login;
import dev.plinth.ops.engine.Outputs;
import dev.plinth.ops.environment.CopyStacks;
import dev.plinth.ops.environment.CopyStacks.Copy;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.tls.Authority;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes copies of an environment's database and takes them away. */
public final class Restores {
    /** RDS writes its log away every five minutes. */
    private static final Duration LOG_MAX = Duration.ofMinutes(15);

    private static final Duration POLL = Duration.ofSeconds(1);

    private final StackRuns stacks;
    private final CopyStacks copies;
    private final Clouds clouds;
    private final Console console;
    private final InstantSource clock;
    private final Interruption interruption;

    public Restores(
            StackRuns stacks,
            CopyStacks copies,
            Clouds clouds,
            Console console,
            InstantSource clock,
            Interruption interruption) {
        this.stacks = stacks;
        this.copies = copies;
        this.clouds = clouds;
        this.console = console;
        this.clock = clock;
        this.interruption = interruption;
    }

    /** A copy that stands, and how its owner enters it. */
    record Restored(Copy copy, String identifier, Login login) {}

    /** The environment's database. */
    Source source(Selection selection, Cloud cloud) {
        return Source.of(stacks.whereabouts(selection), cloud);
    }

    /** The environment's cloud, to be closed. */
    Cloud open(Selection selection) {
        return clouds.open(stacks.place(selection));
    }

    /** Makes a copy; if that fails, what there is of it has to be taken away. */
    Restored make(Copy copy, Source source, RestoreTime time, Claim claim) {
        if (time instanceof RestoreTime.At at) {
            await(source, at.second());
        }
        tell("restoring %s as of %s into %s".formatted(source.identifier(), time, copy.name()));
        var outputs = copies.make(copy, source.settings(time, claim));
        var login = source.owner().at(text(outputs, "endpoint"), copies.secret(copy, "password"));
        return new Restored(copy, text(outputs, "identifier"), login);
    }

    /** Waits until everything up to that second can be restored. */
    void await(Source source, Instant second) {
        var deadline = clock.instant().plus(LOG_MAX);
        var told = false;
        for (var latest = latest(source); latest.isBefore(second); latest = latest(source)) {
            if (clock.instant().isAfter(deadline)) {
                throw Failure.failed(
                        "%s cannot be restored to %s: its log is written away up to %s only"
                                .formatted(source.identifier(), second, latest),
                        "nothing was made; ask for an earlier time, or for latest");
            }
            if (!told) {
                tell("waiting until the log of %s is written away up to %s".formatted(source.identifier(), second));
                told = true;
            }
            interruption.pause(POLL);
        }
    }

    /** Takes away what there is of a copy, or tells why that cannot be. */
    Optional<String> takeAway(Copy copy) {
        try {
            if (copies.names().contains(copy.name())) {
                copies.destroy(copy);
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("%s is still there (%s); take it away with: plinth restore --remove %s"
                    .formatted(copy.name(), e.getMessage(), copy.name()));
        }
    }

    /** Sleeps until that moment. */
    void pauseUntil(Instant moment) {
        for (var now = clock.instant(); now.isBefore(moment); now = clock.instant()) {
            interruption.pause(Duration.between(now, moment).plusMillis(1));
        }
    }

    /** The authority that signs the certificates of the database servers. */
    Authority authority(Selection selection, Optional<Authority> given) {
        return Database.authority(given, stacks.authority(selection));
    }

    void tell(String what) {
        console.err().line("plinth: " + what + " ...");
    }

    /** The last moment that can be restored. */
    static Instant latest(Source source) {
        return source.restorable()
                .orElseThrow(() -> Failure.failed(
                        "%s cannot be restored: it keeps no backups, or has none yet".formatted(source.identifier())));
    }

    private static String text(Outputs outputs, String name) {
        return outputs.text(name).orElseThrow(() -> Failure.failed("the copy has no output '%s'".formatted(name)));
    }
}
