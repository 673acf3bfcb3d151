package dev.plinth.ops.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at before a release, and how each no reads. */
final class ChecksTest {
    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void setTheScene() {
        scene = new Scene(folder);
    }

    @Test
    void whatIsInOrderIsToldOneByOne() {
        assertThat(checks().run())
                .containsExactly(
                        "account 123456789012",
                        "no update is unfinished",
                        "blue gets all requests",
                        "no other run is at work",
                        "blue is healthy (1 targets)",
                        "the registry holds the image of blue",
                        "the migrations can be read, up to version 2",
                        "the newest backup is of 2026-11-21T11:00:00Z",
                        "the database can be restored to 2026-11-21T11:59:00Z",
                        "the disk has 4.0 GiB free",
                        "no alarm fires");
    }

    @Test
    void aBackupMayBeADayOldAndNoOlder() {
        scene.newestBackup = Optional.of(Scene.NOON.minus(Duration.ofDays(1)));
        assertThat(checks().run()).contains("the newest backup is of 2026-11-20T12:00:00Z");

        scene.newestBackup = Optional.of(Scene.NOON.minus(Duration.ofDays(1)).minusMillis(1));
        assertThat(refusal()).contains("more than a day ago", "plinth backup now");

        scene.newestBackup = Optional.empty();
        assertThat(refusal()).contains("there is no backup that can be restored");
    }

    @Test
    void anotherRunIsNamed() {
        scene.atWork = Optional.of("up, pid 7, since 2026-11-21T11:58:00Z");

        assertThat(refusal()).contains("another run is at work on the stack: up, pid 7", "wait until it ends");
    }

    @Test
    void theImageThatIsLiveMustStillBeInTheRegistry() {
        scene.registry = List.of(Scene.OLDER);

        assertThat(refusal()).contains("does not hold the image of blue any more: " + Scene.OLD);
    }

    @Test
    void anImageWithoutADigestIsRefused() {
        scene.standing = new Standing(
                Colour.BLUE, scene.standing.weights(), Map.of(Colour.BLUE, "api:latest", Colour.GREEN, Scene.OLDER));

        assertThat(refusal()).contains("the image of blue is not named by its digest: api:latest");
    }

    @Test
    void migrationsThatCannotBeReadAreNamed() {
        scene.migration("V2__area.sql", "create table area (id bigint);");
        assertThat(refusal()).contains("V2__", "are of one version", "the next free number");
    }

    @Test
    void aMigrationWithoutANumberIsNamed() {
        scene.migration("later.sql", "create table area (id bigint);");

        assertThat(refusal()).contains("later.sql", "rename it or take it away");
    }

    @Test
    void aDiskMustHaveRoomAndOneThatTellsNothingHasNone() {
        scene.space = new Space("database", Optional.of(1L << 31), 1L << 31);
        assertThat(checks().run()).contains("database has 2.0 GiB free");

        scene.space = new Space("database", Optional.of((1L << 31) - 1), 1L << 31);
        assertThat(refusal()).contains("database has 2.0 GiB free, and a release needs 2.0 GiB; make room first");

        scene.space = new Space("database", Optional.empty(), 1L << 31);
        assertThat(refusal()).contains("nobody knows what database has free, and a release needs 2.0 GiB");
    }

    private String refusal() {
        return catchThrowableOfType(StepFailed.class, checks()::run).reason();
    }

    private Checks checks() {
        return new Checks(scene.world());
    }
}
