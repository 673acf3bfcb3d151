package dev.plinth.app.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CellsTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1", "'=1", "''@x"})
    void whatLooksLikeAFormulaGetsAnApostropheAndLosesItAgain(String text) {
        assertThat(Cells.guarded(text)).isEqualTo("'" + text);
        assertThat(Cells.plain(Cells.guarded(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "1-1", "", "'tis", "''", "net revenue"})
    void everythingElseStaysAsItIs(String text) {
        assertThat(Cells.guarded(text)).isEqualTo(text);
        assertThat(Cells.plain(text)).isEqualTo(text);
    }

    @Test
    void aFormulaThatSomebodyTypedIsTakenAsText() {
        assertThat(Cells.plain("=1+1")).isEqualTo("=1+1");
    }
}
