package dev.plinth.ops.command;

import dev.plinth.ops.policy.Policies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plinth policy}. */
@Command(name = "policy", description = "Judge plans by the policy packs without the engine, and tell of the rules.")
public final class PolicyCommand implements Runnable {
    private final Policies policies;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public PolicyCommand(Policies policies) {
        this.policies = policies;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: check, list, explain or docs");
    }

    @Command(
            name = "check",
            description = "Judge a plan or a stack's state.",
            footer = {
                "The file is what `pulumi preview --json --show-sames` or `pulumi stack export` prints.",
                "`plinth preview` judges what it plans itself."
            })
    void check(
            @Parameters(paramLabel = "FILE", description = "the plan or the state") String plan,
            @Mixin ReportOptions options) {
        policies.check(plan, options.all());
    }

    @Command(name = "list", description = "List every rule with its level and severity.")
    void list(@Mixin JsonOption json) {
        policies.list(json.json());
    }

    @Command(
            name = "explain",
            description = "Tell of a rule: what it asks, why, what cures it, what can be configured.")
    void explain(@Parameters(paramLabel = "RULE", description = "the rule's id") String rule, @Mixin JsonOption json) {
        policies.explain(rule, json.json());
    }

    @Command(name = "docs", description = "Write the pages about the rules.")
    void docs(
            @Parameters(arity = "0..1", paramLabel = "DIR", description = "their folder (default: docs/policies)")
                    @Nullable
                    String folder,
            @Option(names = "--check", description = "write nothing; tell which pages are not what the rules say")
                    boolean check) {
        policies.docs(folder == null ? policies.pages() : folder, check);
    }

    /** How a judgement is reported, and whose configuration counts. */
    static final class ReportOptions {
        @Option(
                names = "--stack",
                paramLabel = "STACK",
                description = "the stack whose pack configuration counts (default: that of the plan)")
        private @Nullable String stack;

        @Option(names = "--format", paramLabel = "FORMAT", description = "text, json, sarif or junit (default: text)")
        private @Nullable String format;

        @Option(names = "--output", paramLabel = "FILE", description = "write the report to a file")
        private @Nullable String output;

        /** Those that are given, as the program takes them. */
        List<String> all() {
            var all = new ArrayList<String>();
            add(all, "--stack", stack);
            add(all, "--format", format);
            add(all, "--output", output);
            return all;
        }

        private static void add(List<String> all, String name, @Nullable String value) {
            if (value != null) {
                all.add(name);
                all.add(value);
            }
        }
    }
}
