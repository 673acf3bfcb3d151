package dev.plinth.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.checks.Shell;
import dev.plinth.checks.faults.badapp.Flaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final int DRILLS = 15;
    /** The sandbox starts a process again within a second; then the JVM of the app takes its time, on a busy machine. */
    private static final Duration RESTART_MAX = Duration.ofSeconds(45);

    /** Shorter than a request's patience, and than the load balancer's. */
    private static final Duration FROZEN = Duration.ofSeconds(2);

    private static final Duration ARCHIVE_GONE = Duration.ofSeconds(12);

    @TempDir
    private static Path state;

    private Site site;
    private Releasing releasing;
    private Recovering recovering;
    private Register register;

    @BeforeAll
    void bringUp() throws Exception {
        site = Site.up(state);
        register = new Register(site);
        recovering = new Recovering(site, state.resolve("local/sandbox"));
        releasing = new Releasing(state, Candidate.copy(state.resolve("candidate"), site.shell()));
        register.warmUp();
    }

    @AfterAll
    void report() throws IOException {
        new Shell(state).run("./plinth down");
        register.write(DRILLS);
    }

    @Test
    @Order(1)
    void nobodyNoticesThatTheIdleColourIsKilled() throws Exception {
        var figures = register.underLoad("idle", () -> site.killAndWait("api-" + other(site.liveColour())));

        assertThat(figures.failures()).isEmpty();
        register.note("`kill -9` of the idle colour's app", figures, "the sandbox starts it again");
    }

    @Test
    @Order(2)
    void theLiveColourComesBackByItself() throws Exception {
        var figures = register.underLoad("live", () -> site.killAndWait("api-" + site.liveColour()));

        assertThat(figures.longestOutageMillis()).isLessThan(RESTART_MAX.toMillis());
        register.note("`kill -9` of the live colour's only app", figures, "the sandbox starts it again");
    }

    @Test
    @Order(3)
    void theAppServesOnWithoutTheRedisPrimary() throws Exception {
        var figures = register.underLoad("redis", () -> site.killAndWait("cache-001"));

        assertThat(figures.failures()).isEmpty();
        register.note("`kill -9` of the Redis primary", figures, "");
    }

    @Test
    @Order(4)
    void noWriteIsLostWhenThePostgresPrimaryCrashes() throws Exception {
        var figures = register.underLoad("postgres", () -> site.killAndWait("database-primary"));

        assertThat(figures.longestOutageMillis()).isLessThan(RESTART_MAX.toMillis());
        register.note("`kill -9` of the PostgreSQL primary", figures, "it recovers from its own log");
    }

    @Test
    @Order(5)
    void whoeverWaitsForAnAppThatDiesIsToldAtOnce() throws Exception {
        var figures = register.underLoad("waiting", () -> {
            var live = "api-" + site.liveColour();
            site.machine(live).freeze();
            Thread.sleep(FROZEN);
            site.killAndWait(live);
        });

        assertThat(figures.failures()).containsKey("status 502").doesNotContainKey("HttpTimeoutException");
        register.note(
                "`kill -9` of the live colour's only app in the middle of requests",
                figures,
                "it is frozen for %d s before, so that all of them are on their way".formatted(FROZEN.toSeconds()));
    }

    @Test
    @Order(6)
    void requestsGoOnWhileTheArchiveOfTheLogCannotBeWritten() throws Exception {
        var archive = state.resolve("local/sandbox/postgres/database-primary/archive");
        var figures = register.underLoad("archive", () -> {
            var away = Files.move(archive, archive.resolveSibling("archive-away"));
            Thread.sleep(ARCHIVE_GONE);
            var held = count(away);
            Files.move(away, archive);
            Waiting.until("the archive to go on", () -> count(archive) > held);
        });

        assertThat(figures.failures()).isEmpty();
        register.note(
                "the WAL archive cannot be written",
                figures,
                "its folder is gone for %d s, as if the disk were full; then PostgreSQL catches up"
                        .formatted(ARCHIVE_GONE.toSeconds()));
    }

    @Test
    @Order(7)
    void nobodyNoticesAGoodRelease() throws Exception {
        var before = site.liveColour();
        releasing.candidate().beGood("1");
        var figures = register.underLoad("good", () -> releasing.succeed("start --bake 5s -m good"));

        assertThat(site.liveColour()).isEqualTo(other(before));
        assertThat(figures.failures()).isEmpty();
        register.note("good release", figures, "`plinth release start`");
    }

    @Test
    @Order(8)
    void nobodyNoticesARollback() throws Exception {
        var before = site.liveColour();
        var figures = register.underLoad("rollback", () -> releasing.succeed("rollback"));

        assertThat(site.liveColour()).isEqualTo(other(before));
        assertThat(figures.failures()).isEmpty();
        register.note("rollback", figures, "`plinth release rollback`");
    }

    @ParameterizedTest
    @Order(9)
    @EnumSource
    void aBadReleaseIsTakenBackByItself(Flaw flaw) throws Exception {
        var before = site.liveColour();
        releasing.candidate().beBad(flaw);
        var name = flaw.name().toLowerCase(Locale.ROOT);
        var figures = register.underLoad(name, () -> releasing.fail("start --bake 5s -m " + name));

        assertThat(releasing.lastRelease()).contains(name, "failed");

        assertThat(site.liveColour()).isEqualTo(before);
        assertThat(figures.failed()).isLessThanOrEqualTo((long) (figures.sent() * flaw.failingMax()));
        register.note("bad release: " + flaw.what(), figures, "taken back by itself in " + releasing.lastStep());
    }

    @Test
    @Order(10)
    void aReleaseGoesOnWhereverItsPlinthIsKilled() throws Exception {
        var before = site.liveColour();
        releasing.candidate().beGood("2");
        var figures = register.underLoad("killed", releasing::throughKills);

        assertThat(site.liveColour()).isEqualTo(other(before));
        assertThat(figures.failures()).isEmpty();
        register.note(
                "`kill -9` of `plinth` and its engine in each step of a release", figures, "`plinth release promote`");
    }

    @Test
    @Order(11)
    void aDroppedTableComesBackInACopyAsOfTheSecondBefore() throws Exception {
        var figures = register.underLoad("dropped", recovering::dropAndRestore);

        assertThat(figures.failures()).isEmpty();
        assertThat(recovering.restored()).containsExactly(Recovering.BEFORE);
        register.note(
                "point-in-time recovery after a `DROP TABLE`",
                figures,
                "`plinth restore`; the row of the second before is back and the one after is not, RTO %.1f s"
                        .formatted(recovering.tookMillis() / 1000.0));
    }

    @Test
    @Order(12)
    void nobodyNoticesARotatedPassword() throws Exception {
        var figures = register.underLoad("rotation", () -> recovering.succeed("rotate database-app --yes"));

        assertThat(figures.failures()).isEmpty();
        register.note("rotation of the app's database password", figures, "`plinth rotate`; the old one is refused");
    }

    @Test
    @Order(13)
    void noWriteIsLostWhenAReplicaTakesOverFromACrashedPrimary() throws Exception {
        var figures = register.underLoad("promotion", () -> {
            site.machine("database-primary").kill();
            recovering.succeed("failover database --yes");
        });

        assertThat(figures.longestOutageMillis()).isLessThan(RESTART_MAX.toMillis());
        register.note("`kill -9` of the PostgreSQL primary with promotion", figures, "`plinth failover database`");
    }

    private static long count(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String other(String colour) {
        return colour.equals("blue") ? "green" : "blue";
    }
}
