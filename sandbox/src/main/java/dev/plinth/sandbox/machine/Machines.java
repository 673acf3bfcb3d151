package dev.plinth.sandbox.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The machine processes of one state folder, supervised: those that die are started again with growing pauses.
 *
 * <p>Closing it ends the supervision and leaves the processes running; opening the folder again adopts them. Safe for
 * use by several threads; there must be one instance for a folder at a time.
 */
public final class Machines implements AutoCloseable {
    private Machines() {}

    /** Adopts the processes that still run, starts those that died, and supervises all of them from now on. */
    public static Machines open(Path stateDirectory) {
        return Pending.of(stateDirectory.toString());
    }

    public Path stateDirectory() {
        return Pending.of();
    }

    public AddressBook addresses() {
        return Pending.of();
    }

    /** Makes the machine run by this spec: no-op if it does already, else an old process is stopped first. */
    public MachineStatus start(MachineSpec spec) {
        return Pending.of(spec.name());
    }

    /** Stops the process and starts it by the same spec. */
    public MachineStatus restart(String name) {
        return Pending.of(name);
    }

    /** Stops the process but keeps its spec, log and address until it is started again or removed. */
    public void halt(String name) {
        Pending.of(name);
    }

    /** Stops the process, forgets its spec and deletes its log; a name that is not there is fine. */
    public void remove(String name) {
        Pending.of(name);
    }

    /** Removes every machine, all at the same time. */
    public void removeAll() {
        Pending.of();
    }

    /** Every machine, by name. */
    public List<MachineStatus> status() {
        return Pending.of();
    }

    public Optional<MachineStatus> find(String name) {
        return Pending.of(name);
    }

    /** The last lines that the machine wrote to its log; empty when there is none. */
    public List<String> logTail(String name, int lines) {
        return Pending.of(name + lines);
    }

    @Override
    public void close() {
        Pending.of();
    }
}
