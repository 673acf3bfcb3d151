package dev.plinth.ops.environment;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.CloudPlace;
import dev.plinth.ops.engine.Engine;
import dev.plinth.ops.engine.Outputs;
import dev.plinth.ops.engine.Target;
import dev.plinth.ops.house.House;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.plan.Plan;
import dev.plinth.ops.sandbox.SandboxStatus;
import dev.plinth.ops.sandbox.Sandboxes;
import dev.plinth.ops.stack.EngineLocks;
import dev.plinth.ops.stack.Leftovers;
import dev.plinth.ops.stack.Project;
import dev.plinth.ops.stack.ReleaseRequest;
import dev.plinth.ops.stack.RunLock;
import dev.plinth.ops.tls.Authority;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A stack that is up, for commands that ask it and change it several times in a row. */
public final class StackRuns {
    /** Where the weights of the colours are declared. */
    private static final String LISTENERS = "**$aws:lb/listener:Listener::**";

    private final House house;
    private final Planning planning;
    private final Sessions sessions;
    private final Targets targets;
    private final Runs runs;
    private final Sandboxes sandboxes;

    public StackRuns(
            House house, Planning planning, Sessions sessions, Targets targets, Runs runs, Sandboxes sandboxes) {
        this.house = house;
        this.planning = planning;
        this.sessions = sessions;
        this.targets = targets;
        this.runs = runs;
        this.sandboxes = sandboxes;
    }

    /** The outputs of the last update, secrets masked; fails when the stack is not up. */
    public Outputs outputs(Selection selection) {
        var stack = house.stack(selection.stack());
        if (selection.sandboxed() && !stack.exists()) {
            throw notUp(stack);
        }
        return engine(selection)
                .outputs()
                .filter(outputs -> !outputs.values().isEmpty())
                .orElseThrow(() -> notUp(stack));
    }

    /** A secret output in clear text. */
    public String secret(Selection selection, String name) {
        return engine(selection).clearOutput(name);
    }

    /** Where the parts of the environment are. */
    public Whereabouts whereabouts(Selection selection) {
        return Whereabouts.of(outputs(selection), selection.stack());
    }

    /** Where the environment's cloud answers. */
    public CloudPlace place(Selection selection) {
        return place(selection, whereabouts(selection));
    }

    /** The same, of an environment whose outputs are known. */
    public CloudPlace place(Selection selection, Whereabouts whereabouts) {
        var region = whereabouts.text("/account/region");
        if (!selection.sandboxed()) {
            return CloudPlace.aws(region);
        }
        var daemon = sandboxes
                .of(house.stack(selection.stack()))
                .running()
                .orElseThrow(() -> Failure.failed(
                        "the sandbox daemon of %s does not run".formatted(selection.stack()),
                        "plinth up starts it again"));
        if (daemon.apiPort() == 0) {
            throw Failure.failed(
                    "the sandbox daemon of %s is of an older build, which does not answer as AWS does"
                            .formatted(selection.stack()),
                    "plinth up starts another one");
        }
        var address = URI.create("http://127.0.0.1:" + daemon.apiPort());
        return new CloudPlace(region, Optional.of(new CloudPlace.Endpoint(address, daemon.token())));
    }

    /** Gives a sandboxed stack the daemon of this build, which any run of the engine would do: at another address. */
    public void renew(Selection selection) {
        var stack = house.stack(selection.stack());
        if (selection.sandboxed() && stack.exists()) {
            sandboxes.of(stack).ensure(new Project(house, stack).program());
        }
    }

    /** What runs in a sandboxed stack's sandbox. */
    public Optional<SandboxStatus> sandbox(Selection selection) {
        return selection.sandboxed()
                ? sandboxes.of(house.stack(selection.stack())).status()
                : Optional.empty();
    }

    /** Who signs the certificates of a sandboxed stack's servers; nothing for a real one, whose are signed elsewhere. */
    public Optional<Authority> authority(Selection selection) {
        return sandbox(selection).map(SandboxStatus::authority);
    }

    /** Tells whether the last update did not reach its end. */
    public boolean isUnfinished(Selection selection) {
        return Leftovers.hasPendingOperations(engine(selection).state());
    }

    /** Another run that is at work on a sandboxed stack, in words; of a real one only its backend knows. */
    public Optional<String> atWork(Selection selection) {
        var stack = house.stack(selection.stack());
        return selection.sandboxed()
                ? RunLock.heldBy(stack).or(() -> new EngineLocks(stack.backend()).atWork())
                : Optional.empty();
    }

    /** What an update with this request would do to what is really there; policies have no say in it. */
    public Plan plan(Selection selection, ReleaseRequest request) {
        var run = planning.preview(
                selection,
                Optional.of(request),
                (stack, target) -> runs.quietly(stack, target.withoutPacks().refreshing(), "plan", Engine::preview));
        new Conclusion(runs.console()).requireSuccess(run, "the preview of %s failed".formatted(selection.stack()));
        return run.report().recording().plan();
    }

    /** Changes the stack by a request of a release; told on the error stream while it lasts. */
    public void update(Selection selection, ReleaseRequest request) {
        update(selection, request, UnaryOperator.identity());
    }

    /** The same without asking the policies, where all that it leads to was judged before. */
    public void lead(Selection selection, ReleaseRequest request) {
        update(selection, request, Target::withoutPacks);
    }

    /** Leads requests elsewhere by listeners alone: nobody is asked about the rest, which is what takes time. */
    public void share(Selection selection, ReleaseRequest request) {
        update(selection, request, target -> target.withoutPacks().only(LISTENERS));
    }

    private void update(Selection selection, ReleaseRequest request, UnaryOperator<Target> choice) {
        var stack = house.stack(selection.stack());
        if (selection.sandboxed()) {
            try (var session = sessions.open(stack, "release", Optional.of(request))) {
                update(stack, choice.apply(session.target()));
                session.ended();
            }
        } else {
            stack.create();
            var target = targets.real(stack, Optional.of(new Project(house, stack).writeConfiguration(request)));
            update(stack, choice.apply(target));
        }
    }

    private void update(StackHome stack, Target target) {
        var run = runs.run(stack, target, "release", true, Engine::up);
        new Conclusion(runs.console()).requireSuccess(run, "the update of %s failed".formatted(stack.stack()));
    }

    private Engine engine(Selection selection) {
        var stack = house.stack(selection.stack());
        return runs.engine(
                stack,
                selection.sandboxed()
                        ? targets.sandboxed(stack, Optional.empty())
                        : targets.real(stack, Optional.empty()));
    }

    private static Failure notUp(StackHome stack) {
        return Failure.failed("%s is not up".formatted(stack.stack()), "bring it up with: plinth up " + stack.stack());
    }
}
