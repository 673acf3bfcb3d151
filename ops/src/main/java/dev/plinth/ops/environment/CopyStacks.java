package dev.plinth.ops.environment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.engine.Engine;
import dev.plinth.ops.engine.Outputs;
import dev.plinth.ops.engine.Target;
import dev.plinth.ops.house.House;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.sandbox.Daemon;
import dev.plinth.ops.sandbox.Sandboxes;
import dev.plinth.ops.stack.Passphrase;
import dev.plinth.ops.stack.Project;
import dev.plinth.ops.stack.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Stacks that are nothing but a copy of another one's database. A sandboxed one has its own state, but lives in its source's
 * sandbox: only there is the server that it is restored from.
 */
public final class CopyStacks {
    private static final String MARK = "-restore-";

    private final House house;
    private final Sandboxes sandboxes;
    private final Targets targets;
    private final Runs runs;
    private final InstantSource clock;
    private final Conclusion conclusion;

    public CopyStacks(House house, Sandboxes sandboxes, Targets targets, Runs runs, InstantSource clock) {
        this.house = house;
        this.sandboxes = sandboxes;
        this.targets = targets;
        this.runs = runs;
        this.clock = clock;
        this.conclusion = new Conclusion(runs.console());
    }

    /** A stack by its name, and the one that it is a copy of. */
    public record Copy(Selection source, String name) {}

    /** Makes the copy by these settings, told on the error stream while it lasts; what comes of it are its outputs. */
    public Outputs make(Copy copy, ObjectNode settings) {
        var home = home(copy);
        try (var lock = RunLock.take(home, "restore", clock.instant())) {
            makeFolders(copy);
            new Project(house, home).write(settings);
            var run = runs.run(home, target(copy, true), "restore", true, Engine::up);
            lock.ended();
            conclusion.requireSuccess(run, "the restore into %s failed".formatted(copy.name()));
            return run.ending().outputs().orElseThrow();
        }
    }

    /** An output of a copy in clear text. */
    public String secret(Copy copy, String name) {
        return runs.engine(home(copy), target(copy, false)).clearOutput(name);
    }

    /** Takes a copy away with all that is known of it; told on the error stream while it lasts. */
    public void destroy(Copy copy) {
        var home = home(copy);
        try (var lock = RunLock.take(home, "restore --remove", clock.instant())) {
            if (isThere(copy)) {
                var target = target(copy, true);
                if (runs.engine(home, target).exists()) {
                    var run = runs.run(home, target, "restore-remove", true, Engine::destroy);
                    conclusion.requireSuccess(run, "%s could not be taken away".formatted(copy.name()));
                    runs.engine(home, target).remove();
                }
            }
            home.forget();
            lock.ended();
        }
    }

    /** A copy that was made on this machine. */
    public Copy find(String name) {
        if (!names().contains(name)) {
            throw Failure.usage(
                    "there is no copy \"%s\" on this machine".formatted(name),
                    names().isEmpty() ? "there is none at all" : "known are: " + String.join(", ", names()));
        }
        var source = name.substring(0, name.lastIndexOf(MARK));
        // Only a sandboxed one keeps its state here.
        var sandboxed = Files.isDirectory(new StackHome(name, house.state().resolve(name)).backend());
        return new Copy(new Selection(source, sandboxed), name);
    }

    /** The copies that were made on this machine and are not taken away. */
    public List<String> names() {
        var folders = house.state().toFile().list();
        return folders == null
                ? List.of()
                : List.of(folders).stream()
                        .filter(name -> name.contains(MARK))
                        .filter(name -> Files.isDirectory(
                                new StackHome(name, house.state().resolve(name)).project()))
                        .sorted()
                        .toList();
    }

    /** A copy in a sandbox is gone with the sandbox. */
    private boolean isThere(Copy copy) {
        return !copy.source().sandboxed() || house.stack(copy.source().stack()).exists();
    }

    private Target target(Copy copy, boolean reachesProviders) {
        var home = home(copy);
        var source = house.stack(copy.source().stack());
        if (!copy.source().sandboxed()) {
            return targets.copy(home, new Project(house, source).secretsProvider());
        }
        return targets.sandboxedCopy(home, reachesProviders ? Optional.of(daemon(source)) : Optional.empty());
    }

    private Daemon daemon(StackHome source) {
        return sandboxes.of(source).ensure(new Project(house, source).program());
    }

    private StackHome home(Copy copy) {
        return new StackHome(copy.name(), house.state().resolve(copy.name()));
    }

    private void makeFolders(Copy copy) {
        var home = home(copy);
        try {
            if (copy.source().sandboxed()) {
                Files.createDirectories(home.backend());
                Passphrase.ensure(home.passphrase(), new SecureRandom());
            }
            Files.createDirectories(home.project());
        } catch (IOException e) {
            throw Failure.failed("the state folder cannot be written", e.toString());
        }
    }
}
