package dev.plinth.ops.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A CLI that answers from a script: it knows stacks, tells events, and remembers what it was asked for. */
public final class FakeCli implements Cli {
    private final List<Call> calls = new ArrayList<>();
    private final Set<String> stacks = new HashSet<>();
    private final Map<String, List<String>> events = new HashMap<>();
    private final Map<String, Result> results = new HashMap<>();

    /** The stack is there from the start. */
    public FakeCli withStack(String name) {
        stacks.add(name);
        return this;
    }

    /** The operation tells these lines of an event log. */
    public FakeCli telling(String operation, String... lines) {
        events.put(operation, List.of(lines));
        return this;
    }

    /** The command, by its first words, ends like this. */
    public FakeCli answering(String command, Result result) {
        results.put(command, result);
        return this;
    }

    /** What was asked for, without the options that every call has. */
    public List<String> commands() {
        return calls.stream().map(FakeCli::head).toList();
    }

    /** The first call of a command. */
    public Call call(String command) {
        return calls.stream()
                .filter(call -> head(call).equals(command))
                .findFirst()
                .orElseThrow(() -> new AssertionError(command + " is not among " + commands()));
    }

    @Override
    public Result run(Call call) {
        calls.add(call);
        var head = head(call);
        var scripted = results.get(head);
        if (scripted != null) {
            return scripted;
        }
        return switch (head) {
            case "stack init" -> {
                stacks.add(call.arguments().get(2));
                yield ok("");
            }
            case "stack" -> known(call) ? ok("") : new Result(255, "", "error: no stack named 'x' found");
            case "stack output" -> known(call) ? ok("{}") : new Result(255, "", "error: no stack named 'x' found");
            case "stack export" -> ok("{\"version\":3,\"deployment\":{}}");
            case "stack import", "stack history" ->
                ok("[{\"version\":1,\"kind\":\"update\",\"result\":\"succeeded\"}]");
            default -> throw new AssertionError("not scripted: " + call.arguments());
        };
    }

    @Override
    public Result run(Call call, Operating operating) {
        calls.add(call);
        var head = head(call);
        write(operating.log(), "the engine's own words\n");
        var reader = new EventReader();
        events.getOrDefault(head, List.of()).forEach(line -> reader.read(line).ifPresent(operating.listener()));
        return results.getOrDefault(head, ok(""));
    }

    public static Result ok(String output) {
        return new Result(0, output, "");
    }

    private boolean known(Call call) {
        return stacks.contains(call.arguments().get(call.arguments().indexOf("--stack") + 1));
    }

    private static String head(Call call) {
        var words = call.arguments();
        if (words.getFirst().equals("stack")
                && words.get(1).equals("output")
                && !words.get(2).startsWith("--")) {
            return "stack output " + words.get(2);
        }
        return words.getFirst().equals("stack") && !words.get(1).startsWith("--")
                ? "stack " + words.get(1)
                : words.getFirst();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
