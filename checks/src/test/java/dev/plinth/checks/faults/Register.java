package dev.plinth.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.checks.House;
import dev.plinth.checks.faults.load.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes something happen under load, and keeps what came of it. */
final class Register {
    /** How long a load goes on when everything is well again. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final Site site;
    private final List<Drill> drills = new ArrayList<>();

    Register(Site site) {
        this.site = site;
    }

    /** Something that happens while requests come in; it returns when everything is well again. */
    @FunctionalInterface
    interface Fault {
        void happen() throws Exception;
    }

    /** Lets every process on the way compile what it needs for requests, so that no drill measures that. */
    void warmUp() throws Exception {
        try (var load = Load.on(site.aim(), "warm-up")) {
            Thread.sleep(WARM_UP);
            load.end();
        }
    }

    Figures underLoad(String run, Fault fault) throws Exception {
        try (var load = Load.on(site.aim(), run)) {
            fault.happen();
            Waiting.until("the API to answer", site::isServing);
            Thread.sleep(AFTERWARDS);
            var figures = load.end();
            System.out.printf("%s: %s%n", run, figures);
            return figures;
        }
    }

    /** Keeps a drill, of which holds what holds for all: the load was there, and no acknowledged write is lost. */
    void note(String what, Figures figures, String remark) {
        assertThat(figures.acknowledged()).isPositive();
        assertThat(figures.lost()).isEmpty();
        drills.add(new Drill(what, figures, remark));
    }

    /** Writes the page beside the build's results, and into the documentation when all drills are there. */
    void write(int expected) throws IOException {
        FaultReport.write(Path.of("target/FAULTS.md"), drills);
        if (drills.size() == expected) {
            FaultReport.write(House.ROOT.resolve("docs/FAULTS.md"), drills);
        }
    }
}
