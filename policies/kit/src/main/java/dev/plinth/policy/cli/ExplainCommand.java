package dev.plinth.policy.cli;

import dev.plinth.policy.Spelling;
import dev.plinth.policy.cli.Packs.Member;
import dev.plinth.policy.docs.Documentation;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plinth-policy explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tell of a rule: what it asks, why, what cures it, what can be configured.")
final class ExplainCommand implements Runnable {
    private final Packs packs;
    private final PrintWriter out;

    @Parameters(index = "0", paramLabel = "RULE", description = "the rule's id")
    private String rule = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    ExplainCommand(Packs packs, PrintWriter out) {
        this.packs = packs;
        this.out = out;
    }

    @Override
    public void run() {
        Member member = packs.rules().stream()
                .filter(candidate -> candidate.rule().info().id().equals(rule))
                .findFirst()
                .orElseThrow(() -> new InputException(unknown()));
        out.print(
                json
                        ? Descriptions.print(Descriptions.json(member))
                        : Documentation.page(member.pack(), member.rule()));
        out.flush();
    }

    private String unknown() {
        List<String> ids = packs.rules().stream()
                .map(Member::rule)
                .map(known -> known.info().id())
                .toList();
        return "there is no rule '%s'; %s"
                .formatted(
                        rule,
                        Spelling.nearest(ids, rule)
                                .map("did you mean '%s'?"::formatted)
                                .orElse("the command list tells what there is"));
    }
}
