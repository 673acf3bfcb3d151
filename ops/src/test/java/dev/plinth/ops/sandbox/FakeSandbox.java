package dev.plinth.ops.sandbox;

import dev.plinth.ops.Failure;
import dev.plinth.ops.house.StackHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sandbox without processes that remembers what was asked of it. */
public final class FakeSandbox implements Sandbox {
    private static final Daemon DAEMON = new Daemon(7, 4711, 4712, 4713, "secret-token", "build-1");

    private final Path folder;
    private final List<String> asked = new ArrayList<>();
    private final List<SandboxProcess> processes = new ArrayList<>();
    private boolean runs;
    private boolean lost;

    public FakeSandbox(Path folder) {
        this.folder = folder;
        processes.add(process("database-primary", "postgres", "127.77.0.3:5432"));
    }

    public Sandboxes forAll() {
        return (StackHome stack) -> this;
    }

    /** A CDN runs too, at this address. */
    public void answerAt(String address) {
        processes.add(process("edge-cdn", "distribution", address));
    }

    /** From now on no daemon comes up. */
    public void lose() {
        lost = true;
    }

    /** What was asked of it, in order. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public Optional<Daemon> running() {
        return runs ? Optional.of(DAEMON) : Optional.empty();
    }

    @Override
    public Daemon ensure(Path programFolder) {
        asked.add("ensure in " + programFolder.getFileName());
        if (lost) {
            throw new SandboxUnavailable(
                    Failure.failed("the sandbox daemon ended with code 1", "cannot read my state"));
        }
        runs = true;
        return DAEMON;
    }

    @Override
    public Optional<SandboxStatus> status() {
        return runs ? Optional.of(new SandboxStatus("/ca.pem", processes)) : Optional.empty();
    }

    private SandboxProcess process(String name, String kind, String address) {
        return new SandboxProcess(
                name, kind, 8, address, "running", folder.resolve(name + ".log").toString());
    }

    @Override
    public void shutdown(Processes processes) {
        asked.add("shutdown " + processes);
        runs = false;
    }

    @Override
    public void abandon() {
        asked.add("abandon");
    }

    @Override
    public Path log() {
        return folder.resolve("sandbox.log");
    }
}
