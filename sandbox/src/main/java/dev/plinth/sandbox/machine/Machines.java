package dev.plinth.sandbox.machine;

import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The machine processes of one state folder, supervised: those that die are started again with growing pauses.
 *
 * <p>Closing it ends the supervision and leaves the processes running; opening the folder again adopts them. Safe for
 * use by several threads; there must be one instance for a folder at a time.
 */
public final class Machines implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Machines.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration DEATH_MAX = Duration.ofSeconds(5);

    private final Path directory;
    private final AddressBook addresses;
    private final Map<String, Machine> machines = new ConcurrentSkipListMap<>();
    private final Thread supervisor = new Thread(this::supervise, "supervisor");
    private volatile boolean open = true;

    private Machines(Path directory) {
        this.directory = directory;
        this.addresses = AddressBook.open(directory.resolve("addresses.json"));
        this.supervisor.setDaemon(true);
    }

    /** Adopts the processes that still run, starts those that died, and supervises all of them from now on. */
    public static Machines open(Path stateDirectory) {
        var machines = new Machines(Disk.folder(stateDirectory.toAbsolutePath()));
        machines.load();
        machines.supervisor.start();
        return machines;
    }

    public Path stateDirectory() {
        return directory;
    }

    /** Where programs of the sandbox keep copies of the jars that they run from. */
    public Path libraries() {
        return directory.resolve("libraries");
    }

    public AddressBook addresses() {
        return addresses;
    }

    /** Makes the machine run by this spec: no-op if it does already, else an old process is stopped first. */
    public MachineStatus start(MachineSpec spec) {
        Machine machine = machines.computeIfAbsent(spec.name(), name -> Machine.create(folder(name), spec));
        MachineStatus present = machine.status();
        if (present.kind() != spec.kind()) {
            throw new MachineException("the name '%s' belongs to a %s already (%s): give the new %s another name"
                    .formatted(
                            spec.name(),
                            present.kind().label(),
                            present.urn(),
                            spec.kind().label()));
        }
        machine.start(spec);
        return machine.status();
    }

    /** Changes what the status says of a machine, without touching its process. */
    public void describe(String name, String urn, Endpoint endpoint) {
        existing(name).describe(urn, endpoint);
    }

    /** Stops the process and starts it by the same spec. */
    public MachineStatus restart(String name) {
        Machine machine = existing(name);
        machine.restart();
        return machine.status();
    }

    /** Ends the process for a reason that its log tells; the supervisor starts it again, with growing pauses. */
    public void kill(String name, String reason) {
        Optional.ofNullable(machines.get(name)).ifPresent(machine -> machine.kill(reason));
    }

    /** Kills the process without asking it, as a computer that fails does; the supervisor starts it again. */
    public void crash(String name) {
        ProcessHandle.of(existing(name).status().pid()).ifPresent(process -> {
            process.destroyForcibly();
            Pause.until(DEATH_MAX, () -> !process.isAlive());
        });
    }

    /** Stops the process but keeps its spec, log and address until it is started again or removed. */
    public void halt(String name) {
        existing(name).halt();
    }

    /** Stops the process, forgets its spec and deletes its log; a name that is not there is fine. */
    public void remove(String name) {
        Optional.ofNullable(machines.get(name)).ifPresent(Machine::remove);
        machines.remove(name);
    }

    /** Removes every machine, all at the same time. */
    public void removeAll() {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> removals = machines.keySet().stream()
                    .map(name -> workers.submit(() -> remove(name)))
                    .toList();
            for (Future<?> removal : removals) {
                removal.get();
            }
        } catch (ExecutionException e) {
            throw new MachineException("not every process could be stopped: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted while stopping the processes", e);
        }
    }

    /** Every machine, by name. */
    public List<MachineStatus> status() {
        return machines.values().stream().map(Machine::status).toList();
    }

    public Optional<MachineStatus> find(String name) {
        return Optional.ofNullable(machines.get(name)).map(Machine::status);
    }

    /** The last lines that the machine wrote to its log; empty when there is none. */
    public List<String> logTail(String name, int lines) {
        return Optional.ofNullable(machines.get(name))
                .map(machine -> machine.log().tail(lines))
                .orElse(List.of());
    }

    @Override
    public void close() {
        open = false;
        supervisor.interrupt();
        try {
            supervisor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void load() {
        Path root = Disk.folder(directory.resolve("machines"));
        try (var folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                Machine.load(folder)
                        .ifPresentOrElse(
                                machine -> machines.put(folder.getFileName().toString(), machine),
                                () -> Disk.delete(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root, e);
        }
    }

    private void supervise() {
        while (open) {
            machines.forEach(this::look);
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                // Only close interrupts, and has said so already.
                return;
            }
        }
    }

    /** One machine that cannot be started must not end the supervision of the others. */
    private void look(String name, Machine machine) {
        try {
            machine.check(Instant.now());
        } catch (MachineException | UncheckedIOException e) {
            LOG.log(Level.FINE, e, () -> "cannot start " + name);
        }
    }

    private Machine existing(String name) {
        return Optional.ofNullable(machines.get(name))
                .orElseThrow(() -> new MachineException("there is no process called " + name));
    }

    private Path folder(String name) {
        return directory.resolve("machines").resolve(name);
    }
}
