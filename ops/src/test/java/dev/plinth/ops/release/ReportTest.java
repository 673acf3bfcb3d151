package dev.plinth.ops.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told of releases. */
final class ReportTest {
    @TempDir
    private Path folder;

    @Test
    void beforeTheFirstReleaseItNamesTheCommand() {
        var report = new Report(new Scene(folder).standing, Optional.empty(), Optional.empty(), false);

        assertThat(report.lines())
                .containsExactly(
                        "blue is live; blue gets 100 and green 0 of 100 requests", "next: plinth release start");
    }

    @Test
    void aReleaseThatDiedIsToldWithBothWaysOn() {
        var scene = new Scene(folder);
        var record = ReleaseRecord.begun("1", new Origin(Scene.ADA, "new report", "c0ffee"), scene.standing, Scene.NOON)
                .begin(Step.SHIFT_10, Scene.NOON);

        assertThat(report(scene, record, false).lines())
                .contains("release 1 of ada@desk: running", "  \"new report\", from blue to green")
                .last()
                .asString()
                .contains("has ended in shift-10", "promote", "abort leads back to blue");
        assertThat(report(scene, record, true).next()).contains("it is at shift-10");
    }

    @Test
    void aFailedOneIsToldWithItsReason() {
        var scene = new Scene(folder);
        scene.account = "999999999999";

        var lines = report(scene, scene.start(), false).lines();

        assertThat(lines).anyMatch(line -> line.startsWith("  why: the environment is not fit"));
        assertThat(lines).last().isEqualTo("next: blue serves as before; cure what failed, then: plinth release start");
    }

    @Test
    void aGoodOneCanBeTakenBackUnlessItContracted() {
        var scene = new Scene(folder);
        var good = scene.start();

        assertThat(report(scene, good, false).next()).contains("plinth release rollback leads back to blue");
        var contracted = good.migrating(new Versions(2, 3, List.of("V3__contract_it.sql")));
        assertThat(report(scene, contracted, false).next()).contains("cannot be taken back");
    }

    @Test
    void aRecordReadsAsItWasWritten() {
        var record = new Scene(folder).start();

        assertThat(RecordJson.read(RecordJson.write(record))).isEqualTo(record);
    }

    private static Report report(Scene scene, ReleaseRecord record, boolean atWork) {
        return new Report(scene.standing, Optional.empty(), Optional.of(record), atWork);
    }
}
