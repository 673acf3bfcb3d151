package dev.plinth.sandbox.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Ends a process and all that it started: asks first, kills after the grace period. */
final class Termination {
    private static final Duration KILL_MAX = Duration.ofSeconds(10);

    private Termination() {}

    static void end(ProcessMark mark, StopRule rule) {
        if (!mark.alive()) {
            return;
        }
        List<ProcessMark> family = mark.family();
        signalGroup(mark.pid(), rule.signal().name());
        if (!Pause.until(rule.grace(), () -> !mark.alive())) {
            signalGroup(mark.pid(), "KILL");
        }
        if (!Pause.until(KILL_MAX, () -> !mark.alive())) {
            throw new MachineException("process %d does not end, not even by SIGKILL".formatted(mark.pid()));
        }
        killRest(family);
    }

    /** Whoever outlived the leader: by mark, so that a pid that changed hands is left alone. */
    private static void killRest(List<ProcessMark> family) {
        family.stream()
                .filter(ProcessMark::alive)
                .forEach(rest -> ProcessHandle.of(rest.pid()).ifPresent(ProcessHandle::destroyForcibly));
        Pause.until(KILL_MAX, () -> family.stream().noneMatch(ProcessMark::alive));
    }

    /** Java can signal one process, not a group, and with TERM and KILL only; every shell can do more. */
    private static void signalGroup(long leader, String signal) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " -- -" + leader)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new MachineException("cannot signal process %d: %s".formatted(leader, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted while stopping process " + leader, e);
        }
    }
}
