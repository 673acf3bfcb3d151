package dev.plinth.sandbox.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProcessMarkTest {
    private static final String FIELDS = " S 1 42 42 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 987654 1 1\n";

    @Test
    void thisProcessIsAlive() {
        assertThat(own().alive()).isTrue();
    }

    @Test
    void aPidThatSomebodyElseHasByNowIsNotAlive() {
        assertThat(new ProcessMark(own().pid(), own().startTicks() - 1, own().boot()).alive())
                .isFalse();
    }

    @Test
    void aProcessOfAnEarlierBootIsNotAlive() {
        assertThat(new ProcessMark(own().pid(), own().startTicks(), "another-boot").alive())
                .isFalse();
    }

    @Test
    void readsPastAHostileCommandName() {
        assertThat(ProcessMark.written("42 (a) b (c 7)" + FIELDS + "boot-1\n"))
                .contains(new ProcessMark(42, 987654, "boot-1"));
    }

    @Test
    void aHalfWrittenFileIsNoMark() {
        assertThat(ProcessMark.written("42 (sh)" + FIELDS)).isEmpty();
        assertThat(ProcessMark.written("42 (sh)" + FIELDS + "boo")).isEmpty();
        assertThat(ProcessMark.written("")).isEmpty();
    }

    private static ProcessMark own() {
        return ProcessMark.living(ProcessHandle.current().pid()).orElseThrow();
    }
}
