package dev.plinth.ops.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.ops.Failure;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.process.Liveness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The sandbox daemon of a stack as a process of this machine that outlives this command. */
public final class DaemonSandbox implements Sandbox {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final Duration END_MAX = Duration.ofSeconds(90);
    private static final Duration ABANDONED_END_MAX = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final StackHome stack;
    private final DaemonLaunch launch;
    private final Interruption interruption;
    private final StartLock starts;

    public DaemonSandbox(StackHome stack, DaemonLaunch launch, Interruption interruption) {
        this.stack = stack;
        this.launch = launch;
        this.interruption = interruption;
        this.starts = new StartLock(stack, interruption, END_MAX.plus(START_MAX));
    }

    @Override
    public Optional<Daemon> running() {
        return answering().or(() -> {
            // Another command may be replacing it.
            starts.awaitOthers();
            return answering();
        });
    }

    @Override
    public Daemon ensure(Path programFolder) {
        return starts.alone(() -> ensureAlone(programFolder))
                .orElseThrow(() -> Failure.failed(
                        "another command has been starting the sandbox daemon of %s for too long"
                                .formatted(stack.stack()),
                        "stop that command",
                        "the daemon's log: " + log()));
    }

    private Daemon ensureAlone(Path programFolder) {
        var found = answering();
        if (found.isPresent() && found.get().buildId().equals(launch.buildId())) {
            return found.get();
        }
        // Another build may compute other outputs; its processes are found again by the next daemon.
        shutdown(Processes.KEEP);
        var process = launch.start(stack.sandbox(), programFolder, log());
        var deadline = Instant.now().plus(START_MAX);
        while (Instant.now().isBefore(deadline) && process.isAlive()) {
            var started = described()
                    .filter(daemon -> daemon.pid() == process.pid())
                    .filter(daemon -> statusOf(daemon).isPresent());
            if (started.isPresent()) {
                return started.get();
            }
            interruption.pause(POLL);
        }
        var how = process.isAlive()
                ? "does not answer after %d s".formatted(START_MAX.toSeconds())
                : "ended with code %d".formatted(process.exitValue());
        process.destroy();
        throw new SandboxUnavailable(
                Failure.failed("the sandbox daemon " + how, launch.lastWords(log()), "its log: " + log()));
    }

    @Override
    public Optional<SandboxStatus> status() {
        return running().flatMap(DaemonSandbox::statusOf);
    }

    @Override
    public void shutdown(Processes processes) {
        var daemon = answering();
        if (daemon.isEmpty()) {
            return;
        }
        try {
            new ControlApi(daemon.get()).shutdown(processes);
        } catch (IOException e) {
            if (processes == Processes.STOP) {
                throw Failure.failed("the sandbox daemon does not stop: " + e.getMessage(), "its log: " + log());
            }
            // A daemon whose jar was built anew under it cannot load what it needs to answer; a signal ends it all the
            // same.
            Liveness.of(daemon.get().pid()).ifPresent(ProcessHandle::destroy);
        }
        if (!Liveness.awaitEnd(daemon.get().pid(), END_MAX)) {
            throw Failure.failed(
                    "the sandbox daemon (pid %d) is still there after %d s"
                            .formatted(daemon.get().pid(), END_MAX.toSeconds()),
                    "its log: " + log());
        }
    }

    @Override
    public void abandon() {
        described().ifPresent(daemon -> Liveness.of(daemon.pid()).ifPresent(ProcessHandle::destroy));
        Liveness.endAllIn(stack.sandbox(), ABANDONED_END_MAX);
    }

    @Override
    public Path log() {
        return stack.logs().resolve("sandbox.log");
    }

    private Optional<Daemon> answering() {
        return described().filter(daemon -> statusOf(daemon).isPresent());
    }

    /** The daemon that the file describes, if its process is still there. */
    private Optional<Daemon> described() {
        try {
            var file = stack.sandbox().resolve("daemon.json");
            return Files.exists(file)
                    ? Optional.of(MAPPER.readValue(Files.readString(file), Daemon.class))
                            .filter(daemon -> Liveness.of(daemon.pid()).isPresent())
                    : Optional.empty();
        } catch (IOException e) {
            // Gone since, or not of this daemon: then there is none to talk to.
            return Optional.empty();
        }
    }

    private static Optional<SandboxStatus> statusOf(Daemon daemon) {
        try {
            return Optional.of(new ControlApi(daemon).status());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
