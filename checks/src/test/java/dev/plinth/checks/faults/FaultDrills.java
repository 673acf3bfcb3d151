package dev.plinth.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.checks.House;
import dev.plinth.checks.Shell;
import dev.plinth.checks.faults.badapp.Flaw;
import dev.plinth.checks.faults.load.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults under load, one after the other in the same environment. Run by {@link FaultReport#COMMAND}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FaultDrills {
    private static final int DRILLS = 10;
    /** How long a load goes on when everything is well again. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    private static final Duration RECOVERY_MAX = Duration.ofSeconds(60);
    /** The sandbox starts a process again within a second; then the JVM of the app takes its time. */
    private static final Duration RESTART_MAX = Duration.ofSeconds(20);

    @TempDir
    private static Path state;

    private final List<Drill> drills = new ArrayList<>();
    private Site site;
    private Releasing releasing;

    @BeforeAll
    void bringUp() throws IOException {
        site = Site.up(state);
        releasing = new Releasing(site, Candidate.copy(state.resolve("candidate"), site.shell()));
    }

    @AfterAll
    void report() throws IOException {
        new Shell(state).run("./plinth down");
        FaultReport.write(Path.of("target/FAULTS.md"), drills);
        if (drills.size() == DRILLS) {
            FaultReport.write(House.ROOT.resolve("docs/FAULTS.md"), drills);
        }
    }

    @Test
    @Order(1)
    void nobodyNoticesThatTheIdleColourIsKilled() throws Exception {
        var figures = underLoad("idle", () -> killAndWait("api-" + other(site.liveColour())));

        note("`kill -9` of the idle colour's app", figures, "the sandbox starts it again");
        assertThat(figures.failures()).isEmpty();
    }

    @Test
    @Order(2)
    void theLiveColourComesBackByItself() throws Exception {
        var figures = underLoad("live", () -> killAndWait("api-" + site.liveColour()));

        note("`kill -9` of the live colour's only app", figures, "the sandbox starts it again");
        assertThat(figures.longestOutageMillis()).isLessThan(RESTART_MAX.toMillis());
    }

    @Test
    @Order(3)
    void theAppServesOnWithoutTheRedisPrimary() throws Exception {
        var figures = underLoad("redis", () -> killAndWait("cache-001"));

        note("`kill -9` of the Redis primary", figures, "");
        assertThat(figures.failures()).isEmpty();
    }

    @Test
    @Order(4)
    void noWriteIsLostWhenThePostgresPrimaryCrashes() throws Exception {
        var figures = underLoad("postgres", () -> killAndWait("database-primary"));

        note("`kill -9` of the PostgreSQL primary", figures, "it recovers from its own log");
        assertThat(figures.longestOutageMillis()).isLessThan(RESTART_MAX.toMillis());
    }

    @Test
    @Order(5)
    void nobodyNoticesAGoodRelease() throws Exception {
        var before = site.liveColour();
        releasing.candidate().beGood("1");
        var figures = underLoad("good", () -> releasing.succeed("start --bake 5s -m good"));

        assertThat(site.liveColour()).isEqualTo(other(before));
        note("good release", figures, "`plinth release start`");
        assertThat(figures.failures()).isEmpty();
    }

    @Test
    @Order(6)
    void nobodyNoticesARollback() throws Exception {
        var before = site.liveColour();
        var figures = underLoad("rollback", () -> releasing.succeed("rollback"));

        assertThat(site.liveColour()).isEqualTo(other(before));
        note("rollback", figures, "`plinth release rollback`");
        assertThat(figures.failures()).isEmpty();
    }

    @ParameterizedTest
    @Order(7)
    @EnumSource
    void aBadReleaseIsTakenBackByItself(Flaw flaw) throws Exception {
        var before = site.liveColour();
        releasing.candidate().beBad(flaw);
        var figures = underLoad(flaw.name().toLowerCase(Locale.ROOT), () -> releasing.fail("start --bake 5s -m bad"));

        assertThat(site.liveColour()).isEqualTo(before);
        note("bad release: " + flaw.what(), figures, "taken back by itself in " + releasing.lastStep());
        assertThat(figures.failed()).isLessThanOrEqualTo((long) (figures.sent() * flaw.failingMax()));
    }

    @Test
    @Order(8)
    void aReleaseGoesOnWhereverItsPlinthIsKilled() throws Exception {
        var before = site.liveColour();
        releasing.candidate().beGood("2");
        var figures = underLoad("killed", releasing::throughKills);

        assertThat(site.liveColour()).isEqualTo(other(before));
        note("`kill -9` of `plinth` and its engine in each step of a release", figures, "`plinth release promote`");
        assertThat(figures.failures()).isEmpty();
    }

    /** Something that happens while requests come in; it returns when everything is well again. */
    @FunctionalInterface
    private interface Fault {
        void happen() throws Exception;
    }

    private Figures underLoad(String run, Fault fault) throws Exception {
        try (var load = Load.on(site, run)) {
            fault.happen();
            Thread.sleep(AFTERWARDS);
            return load.end();
        }
    }

    /** What holds for each drill: the load was there, and no acknowledged write is lost. */
    private void note(String what, Figures figures, String remark) {
        var drill = new Drill(what, figures, remark);
        System.out.print(FaultReport.row(drill));
        assertThat(figures.acknowledged()).isPositive();
        assertThat(figures.lost()).isEmpty();
        drills.add(drill);
    }

    private void killAndWait(String name) throws InterruptedException {
        var killed = site.machine(name);
        killed.kill();
        var deadline = Instant.now().plus(RECOVERY_MAX);
        while (!isBack(killed)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("%s is not back after %s".formatted(killed.name(), RECOVERY_MAX));
            }
            Thread.sleep(200);
        }
    }

    private boolean isBack(Machine killed) {
        return site.daemon().machines().stream()
                .anyMatch(machine -> machine.name().equals(killed.name())
                        && machine.pid() != killed.pid()
                        && machine.state().equals("running"));
    }

    private static String other(String colour) {
        return colour.equals("blue") ? "green" : "blue";
    }
}
