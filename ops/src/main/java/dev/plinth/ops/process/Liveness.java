package dev.plinth.ops.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a process of another family is alive; one that is dead and only not yet collected by its parent is not. */
public final class Liveness {
    private static final Duration POLL = Duration.ofMillis(50);

    /** The process, if it is alive. */
    public static Optional<ProcessHandle> of(long pid) {
        return ProcessHandle.of(pid).filter(process -> !isZombie(pid));
    }

    /** Tells whether the process is alive and was so at a moment of the past: numbers are used again. */
    public static boolean isSameSince(long pid, Instant moment) {
        return of(pid).flatMap(process -> process.info().startInstant())
                .filter(start -> !start.isAfter(moment))
                .isPresent();
    }

    /** Waits for the end of a process that is no child of this one, even while this one is being stopped. */
    public static boolean awaitEnd(long pid, Duration longest) {
        var deadline = Instant.now().plus(longest);
        while (of(pid).isPresent() && Instant.now().isBefore(deadline)) {
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return of(pid).isEmpty();
    }

    /** Ends every process that works in the folder: asks it first, and does not ask a second time. */
    public static void endAllIn(Path folder, Duration longest) {
        var processes = ProcessHandle.allProcesses()
                .filter(process -> isIn(process, folder))
                .toList();
        processes.forEach(ProcessHandle::destroy);
        var deadline = Instant.now().plus(longest);
        processes.forEach(process -> awaitEnd(process.pid(), Duration.between(Instant.now(), deadline)));
        processes.stream().filter(process -> isIn(process, folder)).forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> awaitEnd(process.pid(), longest));
    }

    private static boolean isIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .startsWith(folder.toRealPath());
        } catch (IOException e) {
            // It has ended, or is somebody else's.
            return false;
        }
    }

    /** In a container whose first process collects no children, zombies stay for ever. */
    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name, in parentheses, may hold anything; the state is the letter after it.
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    private Liveness() {}
}
