package dev.plinth.ops.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.house.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecoveryTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    /** Above the highest number that Linux gives. */
    private static final long PID_OF_NOBODY = 4_194_305;

    @TempDir
    private Path folder;

    @Test
    void theLockOfADeadEngineIsRemoved() throws IOException {
        var lock = lock(PID_OF_NOBODY, hostName(), Instant.now());

        assertThat(new EngineLocks(folder).clear()).isTrue();
        assertThat(lock).doesNotExist();
    }

    @Test
    void theLockOfALivingEngineIsRespected() throws IOException {
        var lock = lock(ProcessHandle.current().pid(), hostName(), Instant.now());

        assertThatThrownBy(() -> new EngineLocks(folder).clear())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("another run is at work")
                .hasMessageContaining("pid " + ProcessHandle.current().pid());
        assertThat(lock).exists();
    }

    @Test
    void aNumberThatWasUsedAgainIsNotTheEngine() throws IOException {
        lock(ProcessHandle.current().pid(), hostName(), Instant.EPOCH);

        assertThat(new EngineLocks(folder).clear()).isTrue();
    }

    @Test
    void anEngineOnAnotherMachineCountsAsAlive() throws IOException {
        lock(PID_OF_NOBODY, "another-machine", Instant.now());

        assertThat(new EngineLocks(folder).atWork())
                .hasValueSatisfying(engine -> assertThat(engine).contains("another-machine"));
    }

    @Test
    void aLockThatWasHalfWrittenIsOfADeadEngine() throws IOException {
        Files.writeString(lock(PID_OF_NOBODY, hostName(), NOON), "{\"pid\":12");

        assertThat(new EngineLocks(folder).clear()).isTrue();
    }

    @Test
    void withoutLocksThereIsNothingToClear() {
        assertThat(new EngineLocks(folder).clear()).isFalse();
    }

    @Test
    void oneRunAtATimeAndTheOtherIsNamed() {
        var stack = new StackHome("local", folder);
        try (var first = RunLock.take(stack, "up", NOON)) {
            assertThat(first.previousDied()).isFalse();
            assertThatThrownBy(() -> RunLock.take(stack, "down", NOON))
                    .hasMessageMatching("another run is at work on local: up, pid \\d+, since 2026-11-21T12:00:00Z");
        }
    }

    @Test
    void aRunThatNeverEndedIsKnownToTheNext() {
        var stack = new StackHome("local", folder);
        RunLock.take(stack, "up", NOON).close();

        try (var next = RunLock.take(stack, "up", NOON)) {
            assertThat(next.previousDied()).isTrue();
            next.ended();
        }
        try (var last = RunLock.take(stack, "up", NOON)) {
            assertThat(last.previousDied()).isFalse();
        }
    }

    @Test
    void pendingOperationsAreForgottenAndNothingElse() throws IOException {
        var state = recorded();

        Leftovers.forgetPendingOperations(state);

        assertThat(state.at("/deployment/pending_operations").isMissingNode()).isTrue();
        assertThat(state.at("/deployment/resources")).isEqualTo(recorded().at("/deployment/resources"));
        assertThat(state.at("/deployment/secrets_providers"))
                .isEqualTo(recorded().at("/deployment/secrets_providers"));
    }

    @Test
    void protectionIsTakenAwayFromEveryResource() throws IOException {
        var state = recorded();

        Leftovers.unprotect(state);

        assertThat(state.toString()).doesNotContain("protect", "retainOnDelete");
        assertThat(state.at("/deployment/resources")).hasSize(2);
    }

    private Path lock(long pid, String host, Instant since) throws IOException {
        var locks = Files.createDirectories(folder.resolve(".pulumi/locks/organization/plinth/local"));
        return Files.writeString(
                locks.resolve("5b6c.json"),
                "{\"pid\":%d,\"username\":\"me\",\"hostname\":\"%s\",\"timestamp\":\"%s\"}"
                        .formatted(pid, host, since));
    }

    private static String hostName() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    }

    private static ObjectNode recorded() throws IOException {
        try (var state = RecoveryTest.class.getResourceAsStream("killed-while-creating.json")) {
            return (ObjectNode) new ObjectMapper().readTree(state);
        }
    }
}
