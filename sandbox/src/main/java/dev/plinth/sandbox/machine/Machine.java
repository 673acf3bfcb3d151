package dev.plinth.sandbox.machine;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One machine and its folder: spec.json, process (who runs), log, and the file halted while it is to stay down.
 *
 * <p>Whoever changes it holds its lock; reading its status takes none.
 */
final class Machine {
    private final ReentrantLock lock = new ReentrantLock();
    private final Path folder;
    private volatile MachineSpec spec;
    private volatile Optional<ProcessMark> mark;
    private volatile Backoff backoff = Backoff.started(Instant.EPOCH);
    private volatile boolean removed;

    private Machine(Path folder, MachineSpec spec) {
        this.folder = folder;
        this.spec = spec;
        this.mark = Disk.read(folder.resolve("process")).flatMap(ProcessMark::written);
    }

    static Machine create(Path folder, MachineSpec spec) {
        Disk.folder(folder);
        // At once: the supervisor may start the process before its creator does, and a machine without a spec is not
        // found
        // again.
        Json.write(folder.resolve("spec.json"), spec);
        return new Machine(folder, spec);
    }

    /** The machine kept in this folder, unless the folder was left by an interrupted creation. */
    static Optional<Machine> load(Path folder) {
        return Json.read(folder.resolve("spec.json"), MachineSpec.class).map(spec -> new Machine(folder, spec));
    }

    void start(MachineSpec wanted) {
        locked(() -> {
            boolean same = wanted.equals(spec) && running();
            if (!same) {
                end();
                spec = wanted;
                Json.write(folder.resolve("spec.json"), wanted);
            }
            Disk.delete(halted());
            if (!same) {
                launch(Backoff.started(Instant.now()));
            }
        });
    }

    void describe(String urn, Endpoint endpoint) {
        locked(() -> {
            var described = new MachineSpec(spec.name(), spec.kind(), urn, spec.launch(), endpoint, spec.stop());
            if (!described.equals(spec)) {
                Json.write(folder.resolve("spec.json"), described);
                spec = described;
            }
        });
    }

    void restart() {
        locked(() -> {
            if (!removed) {
                end();
                Disk.delete(halted());
                launch(Backoff.started(Instant.now()));
            }
        });
    }

    /** Ends the process with a remark in its log; the supervisor starts it again as after any death. */
    void kill(String reason) {
        locked(() -> {
            log().remark(reason);
            mark.ifPresent(this::end);
        });
    }

    void halt() {
        locked(() -> {
            Disk.write(halted(), "");
            end();
        });
    }

    void remove() {
        locked(() -> {
            removed = true;
            end();
            Disk.delete(folder);
        });
    }

    /** The supervisor's look: starts a dead process again when its pause is over; skips a machine that is being changed. */
    void check(Instant now) {
        if (!lock.tryLock()) {
            return;
        }
        try {
            if (!removed && spec.kind().restarts() && !Files.exists(halted()) && !running()) {
                revive(now);
            }
        } finally {
            lock.unlock();
        }
    }

    MachineStatus status() {
        Optional<ProcessMark> process = mark.filter(ProcessMark::alive);
        return new MachineStatus(
                spec.name(),
                spec.kind(),
                process.map(ProcessMark::pid).orElse(0L),
                spec.endpoint(),
                state(process.isPresent()),
                log().path(),
                spec.urn());
    }

    LogFile log() {
        return new LogFile(folder.resolve("log"));
    }

    private MachineState state(boolean running) {
        if (running) {
            return MachineState.RUNNING;
        }
        if (Files.exists(halted())) {
            return MachineState.HALTED;
        }
        if (!spec.kind().restarts()) {
            return MachineState.ENDED;
        }
        return backoff.crashLoop() ? MachineState.FAILED : MachineState.STARTING;
    }

    private boolean running() {
        return mark.map(ProcessMark::alive).orElse(false);
    }

    private void revive(Instant now) {
        if (mark.isPresent()) {
            backoff = backoff.died(now);
            log().remark("process %d ended, next start at %s"
                    .formatted(mark.get().pid(), backoff.retryAt()));
            mark = Optional.empty();
        }
        if (backoff.mayStart(now)) {
            launch(backoff.startedAgain(now));
        }
    }

    private void launch(Backoff attempt) {
        backoff = attempt;
        log().rotate();
        try {
            mark = Optional.of(DetachedProcess.start(spec.launch(), log().path(), folder.resolve("process")));
        } catch (MachineException e) {
            backoff = backoff.died(Instant.now());
            log().remark(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void end() {
        mark.ifPresent(this::end);
        mark = Optional.empty();
        Disk.delete(folder.resolve("process"));
    }

    private void end(ProcessMark process) {
        Termination.end(process, process.alive() ? StopHook.run(spec) : spec.stop());
    }

    private Path halted() {
        return folder.resolve("halted");
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
