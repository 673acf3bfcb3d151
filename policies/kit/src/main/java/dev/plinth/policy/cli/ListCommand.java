package dev.plinth.policy.cli;

import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.cli.Packs.Member;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plinth-policy list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List every rule with its level and severity.")
final class ListCommand implements Runnable {
    private static final String ROW = "%-9s  %-8s  %-" + 40 + "s  %s%n";

    private final Packs packs;
    private final PrintWriter out;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    ListCommand(Packs packs, PrintWriter out) {
        this.packs = packs;
        this.out = out;
    }

    @Override
    public void run() {
        if (json) {
            out.print(Descriptions.print(
                    packs.rules().stream().map(Descriptions::json).toList()));
        } else {
            packs.list().forEach(pack -> {
                out.printf("%s %s: %s%n", pack.name(), pack.version(), pack.description());
                packs.rules().stream()
                        .filter(member -> member.pack().equals(pack))
                        .forEach(this::row);
            });
        }
        out.flush();
    }

    private void row(Member member) {
        RuleInfo info = member.rule().info();
        out.printf(
                "  " + ROW,
                Descriptions.name(info.level()),
                Descriptions.name(info.severity()),
                info.id(),
                info.title());
    }
}
