package dev.plinth.ops.report;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Answers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Reports how well an environment's releases go. */
public final class Reports {
    private final StackRuns stacks;
    private final Clouds clouds;
    private final Desk desk;

    public Reports(StackRuns stacks, Clouds clouds, Desk desk) {
        this.stacks = stacks;
        this.clouds = clouds;
        this.desk = desk;
    }

    /** Who asks: the checkout with its history, and where the answer goes. */
    public record Desk(House house, Answers answers, Console console, InstantSource clock) {}

    /** How it is shown: as a table or as data, and as a picture too if a file is named. */
    public record Form(int weeks, boolean json, Optional<Path> picture) {
        public Form {
            if (weeks < 1 || weeks > WEEKS_MAX) {
                throw Failure.usage("--weeks: expected 1 to %d, found: %d".formatted(WEEKS_MAX, weeks));
            }
        }

        /** Two years; more bars cannot be told apart. */
        private static final int WEEKS_MAX = 104;
    }

    /** Reports on the weeks up to now. */
    public void report(Selection selection, Form form) {
        var measures = inDiary(selection, diary -> {
            var deployments = diary.deployments();
            var leadTimes = new LeadTimes(desk.house(), desk.answers()).of(deployments);
            return Measures.of(
                    Window.until(desk.clock().instant(), form.weeks()),
                    new Measures.Evidence(deployments, diary.incidents(), leadTimes));
        });
        var report = new Report(selection.stack(), measures);
        if (form.json()) {
            desk.console().out().line(Json.print(report.json()));
        } else {
            report.print(desk.console().out());
        }
        form.picture().ifPresent(file -> {
            write(file, new Plot(selection.stack(), measures).svg());
            desk.console().narration(form.json()).line("picture: " + file);
        });
    }

    /** Does something with the records of an environment. */
    <T> T inDiary(Selection selection, Function<Diary, T> work) {
        var bucket = stacks.whereabouts(selection).text("/operationsBucket");
        try (var cloud = clouds.open(stacks.place(selection))) {
            return work.apply(new Diary(cloud.objects(bucket)));
        }
    }

    Console console() {
        return desk.console();
    }

    InstantSource clock() {
        return desk.clock();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Failure.usage("--svg: cannot write %s: %s".formatted(file, e.getMessage()));
        }
    }
}
