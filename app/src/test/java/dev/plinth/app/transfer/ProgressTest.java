package dev.plinth.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.transfer.Progress.Fate;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    @Test
    void everyRecordIsCountedOnceByItsFate() {
        Progress progress = Progress.NONE;
        for (Fate fate : Fate.values()) {
            progress = progress.plus(fate);
        }

        assertThat(progress.plus(Fate.FAILED)).isEqualTo(new Progress(5, 1, 1, 1, 2));
    }

    @Test
    void onlyWhatIsOverIsFinal() {
        assertThat(ImportState.values())
                .filteredOn(ImportState::isFinal)
                .containsExactly(ImportState.SUCCEEDED, ImportState.FAILED, ImportState.CANCELLED);
    }
}
