package dev.plinth.ops.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.recovery.Scratch.Place;
import dev.plinth.ops.release.CopyRehearsal.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a release tries its migrations out, in which order, and what becomes of it when that fails. */
final class CopyRehearsalTest {
    private static final Program LIVE = new Program(List.of("java", "-jar", "app.jar"), Map.of(), Path.of("/"));
    private static final Place COPY = new Place("127.0.0.9", 5432, "owner", "secret");

    @TempDir
    private Path folder;

    private final List<String> done = new ArrayList<>();
    private Scene scene;

    @BeforeEach
    void setTheScene() {
        scene = new Scene(folder);
        scene.rehearsal = rehearsal(new Played(done, ""));
    }

    @Test
    void aReleaseWithoutANewMigrationNeedsNoCopy() {
        assertThat(scene.start().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(done).isEmpty();
    }

    @Test
    void aNewMigrationIsTriedOnACopyWithTheVersionThatIsLive() {
        scene.migration("V3__area.sql", "create table area (id bigint);");

        var record = scene.start();

        assertThat(record.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(done).containsExactly("live is blue", "copy made", "migrated", "served", "copy gone");
        assertThat(findings(record))
                .containsExactly(
                        "the schema goes from version 2 to 3",
                        "blue on a copy with version 3 of the schema: it answered");
    }

    @Test
    void aLiveVersionThatCannotServeTheCopyStopsTheReleaseBeforeAnythingIsChanged() {
        scene.rehearsal = rehearsal(new Played(done, "/api/v1/metrics answers 500"));
        scene.migration("V3__area.sql", "create table area (id bigint);");

        var record = scene.start();

        assertThat(record.reached()).hasValue(Step.MIGRATION);
        assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(record.reason()).hasValue("/api/v1/metrics answers 500");
        assertThat(scene.updates).isEmpty();
        assertThat(done).last().isEqualTo("copy gone");
    }

    @Test
    void whereNoCopyCanBeReachedNothingIsClaimed() {
        scene.rehearsal = new NoRehearsal();
        scene.migration("V3__area.sql", "create table area (id bigint);");

        var findings = findings(scene.start());

        assertThat(findings).last().asString().startsWith("not tried on a copy").contains("blue in verify");
    }

    private static List<String> findings(ReleaseRecord record) {
        return record.steps().stream()
                .filter(step -> step.step() == Step.MIGRATION)
                .findFirst()
                .orElseThrow()
                .findings();
    }

    private Rehearsal rehearsal(Stage stage) {
        return new CopyRehearsal(
                work -> {
                    done.add("copy made");
                    try {
                        return work.apply(COPY);
                    } finally {
                        done.add("copy gone");
                    }
                },
                colour -> {
                    done.add("live is " + colour);
                    return LIVE;
                },
                stage);
    }

    /** Writes down what was done, and serves unless there is a fault. */
    private record Played(List<String> done, String fault) implements Stage {
        @Override
        public void migrate(Program live, Place copy) {
            assertThat(live).isEqualTo(LIVE);
            assertThat(copy).isEqualTo(COPY);
            done.add("migrated");
        }

        @Override
        public String serve(Program live, Place copy) {
            done.add("served");
            if (!fault.isEmpty()) {
                throw new StepFailed(fault);
            }
            return "it answered";
        }
    }
}
