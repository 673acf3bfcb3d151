package dev.plinth.ops.environment;

import dev.plinth.ops.Failure;
import dev.plinth.ops.engine.Engine;
import dev.plinth.ops.engine.Target;
import dev.plinth.ops.house.House;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.sandbox.Sandboxes;
import dev.plinth.ops.stack.EngineLocks;
import dev.plinth.ops.stack.Leftovers;
import dev.plinth.ops.stack.Passphrase;
import dev.plinth.ops.stack.Project;
import dev.plinth.ops.stack.ReleaseRequest;
import dev.plinth.ops.stack.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Makes sandboxed stacks ready for the engine, whatever state the run before left them in. */
public final class Sessions {
    private static final Duration ORPHAN_MAX = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final House house;
    private final Sandboxes sandboxes;
    private final Targets targets;
    private final Runs runs;
    private final InstantSource clock;
    private final Interruption interruption;

    public Sessions(
            House house,
            Sandboxes sandboxes,
            Targets targets,
            Runs runs,
            InstantSource clock,
            Interruption interruption) {
        this.house = house;
        this.sandboxes = sandboxes;
        this.targets = targets;
        this.runs = runs;
        this.clock = clock;
        this.interruption = interruption;
    }

    /** Locks the stack, writes its project, starts its daemon and clears what a killed run left. */
    Session open(StackHome stack, String command, Optional<ReleaseRequest> release) {
        var lock = RunLock.take(stack, command, clock.instant());
        try {
            var locks = new EngineLocks(stack.backend());
            if (lock.previousDied()) {
                waitForOrphan(locks);
            }
            var killed = locks.clear() || lock.previousDied();
            makeFolders(stack);
            Passphrase.ensure(stack.passphrase(), new SecureRandom());
            var project = new Project(house, stack);
            project.write(release);
            var sandbox = sandboxes.of(stack);
            var target = targets.sandboxed(stack, Optional.of(sandbox.ensure(project.program())));
            if (killed) {
                recover(runs.engine(stack, target), target);
            }
            return new Session(stack, sandbox, target, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Ends and removes everything of a stack whose sandbox no daemon can serve any more. */
    void abandon(StackHome stack, String command) {
        try (var lock = RunLock.take(stack, command, clock.instant())) {
            sandboxes.of(stack).abandon();
            stack.forget();
            lock.ended();
        }
    }

    /** When only this command was killed, its engine goes on; it ends by itself and saves what it did. */
    private void waitForOrphan(EngineLocks locks) {
        var deadline = clock.instant().plus(ORPHAN_MAX);
        var told = false;
        for (var engine = locks.atWork();
                engine.isPresent() && clock.instant().isBefore(deadline);
                engine = locks.atWork()) {
            if (!told) {
                runs.console()
                        .err()
                        .line("plinth: the last run was killed but its engine goes on, waiting for it: "
                                + engine.get());
                told = true;
            }
            interruption.pause(POLL);
        }
    }

    private void recover(Engine engine, Target target) {
        if (engine.exists()) {
            runs.console()
                    .err()
                    .line("plinth: the last run on %s did not reach its end; taking up its state"
                            .formatted(target.stack()));
            engine.edit(Leftovers::forgetPendingOperations);
        }
    }

    private static void makeFolders(StackHome stack) {
        try {
            Files.createDirectories(stack.backend());
            Files.createDirectories(stack.project());
            Files.createDirectories(stack.sandbox());
        } catch (IOException e) {
            throw Failure.failed("the state folder cannot be written", e.toString());
        }
    }
}
