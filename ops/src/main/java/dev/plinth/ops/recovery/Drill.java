package dev.plinth.ops.recovery;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.Objects;
import dev.plinth.ops.cloud.Vaults;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.environment.Confirmation;
import dev.plinth.ops.environment.Consent;
import dev.plinth.ops.environment.CopyStacks.Copy;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.house.House;
import dev.plinth.ops.tls.Authority;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Proves that the database can be restored as promised: restores it into a server of its own, asks that, measures, writes the
 * evidence, and takes the server away again whatever came of it.
 */
public final class Drill {
    /** AWS Backup tests a restore each week. */
    private static final Duration VALIDATIONS_OF = Duration.ofDays(35);

    private final House house;
    private final Restores restores;
    private final Console console;
    private final InstantSource clock;

    public Drill(House house, Restores restores, Console console, InstantSource clock) {
        this.house = house;
        this.restores = restores;
        this.console = console;
        this.clock = clock;
    }

    /**
     * What is asked of a drill.
     *
     * @param to the moment, when it is not now
     * @param authority who signs the servers' certificates, where it is not the sandbox
     */
    public record Wish(
            Selection selection,
            Optional<String> to,
            Optional<Path> assertions,
            Optional<Duration> rto,
            Optional<Duration> rpo,
            Optional<Authority> authority) {}

    /** Runs a drill to its end; fails when an assertion does or an objective is missed. */
    public void run(Wish wish, Consent consent, boolean json) {
        var selection = wish.selection();
        var script = Script.read(wish.assertions()).against(wish.rto(), wish.rpo());
        var time = wish.to().map(to -> RestoreTime.parse(to, clock.instant()));
        try (var cloud = restores.open(selection)) {
            var source = restores.source(selection, cloud);
            var copy = new Copy(selection, CopyName.of(selection.stack(), clock.instant()));
            console.err()
                    .line("plinth: this restores %s into %s, asks %d questions of both, and takes the copy away"
                            .formatted(
                                    source.identifier(),
                                    copy.name(),
                                    script.assertions().size()));
            if (consent.dryRun()) {
                return;
            }
            var authority = restores.authority(selection, wish.authority());
            Confirmation.obtain(console, selection, consent, "Begin?");
            var run = new DrillRun(restores, clock, source, script, authority);
            var report = run.run(copy, time, validations(selection, cloud));
            var file = new Evidence(folder(selection), bucket(source)).keep(report);
            conclude(report, file, json);
        }
    }

    private Path folder(Selection selection) {
        return house.stack(selection.stack()).folder().resolve("drills");
    }

    private static Objects bucket(Source source) {
        return source.cloud().objects(source.where().text("/operationsBucket"));
    }

    /** The sandbox has no AWS Backup that would restore anything by itself. */
    private List<String> validations(Selection selection, Cloud cloud) {
        return selection.sandboxed()
                ? List.of()
                : cloud.vaults().restores(clock.instant().minus(VALIDATIONS_OF)).stream()
                        .map(Drill::told)
                        .toList();
    }

    private static String told(Vaults.Restore restore) {
        var validation = restore.validation().isEmpty() ? "nobody validated it" : "validation " + restore.validation();
        return "%s: %s, %s, %s".formatted(restore.begun(), restore.recoveryPointArn(), restore.status(), validation);
    }

    private void conclude(DrillReport report, Path file, boolean json) {
        if (json) {
            console.out().line(Json.print(report.json()));
        } else {
            console.out().lines(new DrillText(report).markdown().lines().toList());
        }
        console.err()
                .line("plinth: the evidence is in %s, and in the environment's bucket under drills/".formatted(file));
        if (!report.passed()) {
            console.err().line("plinth: " + console.err().paint(Colour.RED, "the drill failed"));
            throw Failure.reported(ExitCode.FAILED);
        }
    }
}
