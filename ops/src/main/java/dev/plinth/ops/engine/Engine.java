package dev.plinth.ops.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.StackNotFoundException;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.WorkspaceStack;
import dev.plinth.ops.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Pulumi's engine at work on one stack. Each operation tells its listener what happens and fails with the CLI's last words. */
public final class Engine {
    private final Target target;
    private final Cli cli;
    private final Cli.Operating operating;

    public Engine(Target target, Cli cli, Cli.Operating operating) {
        this.target = target;
        this.cli = cli;
        this.operating = operating;
    }

    /** How an operation ended: the outputs when it succeeded, or what the CLI said last. */
    public record Ending(Optional<Outputs> outputs, String lastWords) {
        /** Tells whether the operation did all that it was meant to. */
        public boolean succeeded() {
            return outputs.isPresent();
        }
    }

    /** Makes the stack if it is not there. */
    public void create() {
        try {
            WorkspaceStack.createOrSelect(target.stack(), workspace());
        } catch (AutomationException e) {
            throw refusal(EngineFailed.lastWords(e));
        }
    }

    /** Tells whether the stack is there. */
    public boolean exists() {
        try {
            WorkspaceStack.select(target.stack(), workspace());
            return true;
        } catch (StackNotFoundException e) {
            return false;
        } catch (AutomationException e) {
            throw refusal(EngineFailed.lastWords(e));
        }
    }

    /** Plans what an update would do. */
    public Ending preview() {
        var options = PreviewOptions.builder()
                .policyPacks(packs(PolicyPack::program))
                .policyPackConfigs(packs(PolicyPack::configuration))
                .color("never")
                .onEvent(event -> {})
                .build();
        return operate(stack -> {
            stack.preview(options);
            return Outputs.none();
        });
    }

    /** Makes the stack what the program says. */
    public Ending up() {
        var options = UpOptions.builder()
                .policyPacks(packs(PolicyPack::program))
                .policyPackConfigs(packs(PolicyPack::configuration))
                .color("never")
                .build();
        return operate(stack -> Outputs.of(stack.up(options).outputs()));
    }

    /** Plans what taking everything down would delete. */
    public Ending previewDestroy() {
        return destroy(true);
    }

    /** Deletes every resource of the stack. */
    public Ending destroy() {
        return destroy(false);
    }

    /** The outputs of the last update, secrets masked; none when the stack is not there. */
    public Optional<Outputs> outputs() {
        var result = plain("stack", "output", "--json");
        if (result.exitCode() == 0) {
            return Optional.of(Outputs.parse(result.output()));
        } else if (result.errors().contains("no stack named")) {
            return Optional.empty();
        }
        throw Failure.failed(
                "the outputs of %s cannot be read".formatted(target.stack()),
                result.errors().strip());
    }

    /** Forgets the stack, which must be without resources. */
    public void remove() {
        require(plain("stack", "rm", "--yes"));
    }

    /** One output of the last update as it is, a secret in clear text; it must be there. */
    public String clearOutput(String name) {
        return require(plain("stack", "output", name, "--show-secrets"))
                .output()
                .strip();
    }

    /**
     * Changes the stored state of the stack, which must not be at work; secrets stay encrypted.
     *
     * <p>Not by the Automation API: its deployments hold every number as a fraction and every secret in clear text.
     */
    public void edit(Consumer<ObjectNode> change) {
        var state = state();
        var before = state.deepCopy();
        change.accept(state);
        if (!state.equals(before)) {
            require(plain("stack", "import", "--file", write(state).toString()));
        }
    }

    /** The stored state of the stack; secrets are encrypted in it. */
    public ObjectNode state() {
        var exported = require(plain("stack", "export"));
        if (Outputs.json(exported.output()) instanceof ObjectNode state) {
            return state;
        }
        throw Failure.failed("the exported state of %s is no object".formatted(target.stack()));
    }

    private Ending destroy(boolean previewOnly) {
        var options = DestroyOptions.builder()
                .previewOnly(previewOnly)
                .color("never")
                .continueOnError(!previewOnly)
                .build();
        return operate(stack -> {
            stack.destroy(options);
            return Outputs.none();
        });
    }

    private Cli.Result plain(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--stack", target.stack(), "--non-interactive"));
        return cli.run(new Cli.Call(all, target.folder(), target.environment()));
    }

    private Cli.Result require(Cli.Result result) {
        if (result.exitCode() != 0) {
            throw refusal(result.errors().strip());
        }
        return result;
    }

    private Path write(ObjectNode state) {
        try {
            return Files.writeString(target.folder().resolve("edited-state.json"), state.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ending operate(StackOperation operation) {
        try {
            return new Ending(Optional.of(operation.apply(stack())), "");
        } catch (AutomationException e) {
            if (e.getCause() instanceof Failure failure) {
                // The API wraps whatever comes through it.
                throw failure;
            }
            return new Ending(Optional.empty(), EngineFailed.lastWords(e));
        }
    }

    private WorkspaceStack stack() throws AutomationException {
        return target.createsStack()
                ? WorkspaceStack.createOrSelect(target.stack(), workspace())
                : WorkspaceStack.select(target.stack(), workspace());
    }

    private Failure refusal(String lastWords) {
        return Failure.failed("the engine refuses to work on %s".formatted(target.stack()), lastWords);
    }

    private LocalWorkspace workspace() throws AutomationException {
        var environment = new HashMap<>(target.environment());
        environment.put("PULUMI_STACK", target.stack());
        var options = LocalWorkspaceOptions.builder()
                .workDir(target.folder())
                .environmentVariables(environment)
                .pulumiCommand(new AutomationCommand(cli, operating, target.moreForOperations()));
        target.secretsProvider().ifPresent(options::secretsProvider);
        return LocalWorkspace.create(options.build());
    }

    private List<String> packs(Function<PolicyPack, Path> part) {
        return target.policyPacks().stream().map(part).map(Path::toString).toList();
    }
}
