package dev.plinth.ops.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandResult;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.StackNotFoundException;
import com.pulumi.automation.Version;
import com.pulumi.automation.events.SummaryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Automation API's way to the CLI, with what version 1.36.1 of it gets wrong put right: it cannot read outputs that are
 * objects, it changes the stack that the user has selected, it misspells an option, and its own commands forget the stack's
 * name (so the stack is given as {@code PULUMI_STACK} in the environment).
 */
final class AutomationCommand implements PulumiCommand {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> OPERATIONS = Set.of("preview", "up", "destroy");
    private static final String MASKED = "[secret]";

    private final Cli cli;
    private final Cli.Operating operating;
    private final List<String> moreForOperations;

    AutomationCommand(Cli cli, Cli.Operating operating, List<String> moreForOperations) {
        this.cli = cli;
        this.operating = operating;
        this.moreForOperations = moreForOperations;
    }

    @Override
    public @Nullable Version version() {
        return null;
    }

    @Override
    public CommandResult run(List<String> arguments, CommandRunOptions options) throws AutomationException {
        var operation = OPERATIONS.contains(arguments.getFirst());
        var all = new ArrayList<>(
                arguments.subList(0, 2).equals(List.of("stack", "select")) ? look(arguments) : arguments);
        all.replaceAll(argument -> argument.equals("--policy-pack-configs") ? "--policy-pack-config" : argument);
        all.add("--non-interactive");
        if (operation) {
            all.addAll(moreForOperations);
        }
        var call = new Cli.Call(all, Objects.requireNonNull(options.workingDir()), options.additionalEnv());
        var result = operation ? cli.run(call, hearing(options)) : cli.run(call);
        if (result.exitCode() != 0) {
            throw failure(result);
        }
        var output = arguments.subList(0, 2).equals(List.of("stack", "output")) ? textValues(result) : result.output();
        return new CommandResult(0, output, result.errors());
    }

    /** Fails like a selection when the stack is not there, but changes nothing. */
    private static List<String> look(List<String> select) {
        return List.of("stack", "--show-name", "--stack", select.getLast());
    }

    /** The API itself needs to hear of the summary only. */
    private Cli.Operating hearing(CommandRunOptions options) {
        var api = options.onEngineEvent();
        if (api == null) {
            return operating;
        }
        Consumer<EngineEvent> both = event -> {
            if (event instanceof EngineEvent.Summary summary) {
                api.accept(apiEvent(summary));
            }
            operating.listener().accept(event);
        };
        return new Cli.Operating(both, operating.events(), operating.log());
    }

    @SuppressWarnings("NullAway") // The API's constructor takes null for every kind of event that this one is not.
    private static com.pulumi.automation.events.EngineEvent apiEvent(EngineEvent.Summary summary) {
        Map<OperationType, Integer> noChanges = Map.of();
        var event = new SummaryEvent(false, summary.seconds(), noChanges, summary.packs());
        return new com.pulumi.automation.events.EngineEvent(
                0, 0, null, null, null, null, event, null, null, null, null);
    }

    private static AutomationException failure(Cli.Result result) {
        return result.errors().contains("no stack named")
                ? new StackNotFoundException(new CommandResult(result.exitCode(), result.output(), result.errors()))
                : new EngineFailed(result);
    }

    /** The API reads every output as text: here each gets the text of its JSON, but for the mask that the API looks for. */
    private static String textValues(Cli.Result result) throws AutomationException {
        try {
            var texts = MAPPER.createObjectNode();
            if (MAPPER.readTree(result.output()) instanceof ObjectNode outputs) {
                outputs.properties().forEach(output -> texts.put(output.getKey(), textValue(output.getValue())));
            }
            return texts.toString();
        } catch (JsonProcessingException e) {
            throw new AutomationException("the outputs of the stack are no JSON", e);
        }
    }

    private static String textValue(JsonNode value) {
        return value.asText().equals(MASKED) ? MASKED : value.toString();
    }
}
