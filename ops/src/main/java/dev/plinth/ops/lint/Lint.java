package dev.plinth.ops.lint;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Table;
import dev.plinth.ops.environment.Planning;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.house.House;
import dev.plinth.ops.manifests.KindSchemas;
import dev.plinth.ops.manifests.Manifests;
import dev.plinth.ops.process.Answers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Lets the checkers of the field judge the manifests of stacks, planned in the sandbox, and the Dockerfile. */
public final class Lint {
    private static final String SKIPS = "tools/lint-skips.yaml";

    private final House house;
    private final Planning planning;
    private final Answers answers;
    private final Console console;

    public Lint(House house, Planning planning, Answers answers, Console console) {
        this.house = house;
        this.planning = planning;
        this.answers = answers;
        this.console = console;
    }

    /** Checks the stacks, or all of them when none is named; fails when anything is found that no skip covers. */
    public void run(List<String> names) {
        var stacks = names.isEmpty() ? house.stacks() : names;
        // An unknown name is told before anything takes time.
        stacks.forEach(house::stack);
        var skips = Skips.read(house.home().resolve(SKIPS));
        var toolbox = Toolbox.open(house, answers);
        var ownSchemas = house.home().resolve(KindSchemas.FOLDER);
        var checkers = new Checkers(toolbox, material(stacks, new KindSchemas(ownSchemas)));
        var verdicts = new ArrayList<>(checkers.kubeconform(ownSchemas));
        verdicts.addAll(checkers.checkov());
        verdicts.addAll(checkers.hadolint());
        var findings = tell(verdicts, skips);
        var unused = stacks.containsAll(house.stacks()) ? skips.unused() : List.<Skips.Skip>of();
        unused.forEach(skip -> console.err()
                .line("unused skip: %s for %s in %s; remove it".formatted(skip.id(), skip.where(), SKIPS)));
        if (findings > 0 || !unused.isEmpty()) {
            throw Failure.reported(ExitCode.FAILED);
        }
    }

    private Material material(List<String> stacks, KindSchemas schemas) {
        var manifests = new TreeMap<String, Manifests>();
        stacks.forEach(stack -> manifests.put(stack, Manifests.of(planning.plan(new Selection(stack, true)), schemas)));
        Path folder = house.home().resolve("target/lint");
        return Material.write(folder, manifests, house.home().resolve("app/Dockerfile"));
    }

    /** Prints the table and what was found, and counts it. */
    private int tell(List<Verdict> verdicts, Skips skips) {
        var table = new Table().row("checker", "of", "checked", "found", "skipped");
        var findings = 0;
        for (var verdict : verdicts) {
            var found = verdict.complaints().stream()
                    .filter(complaint -> !skips.cover(complaint))
                    .toList();
            findings += found.size();
            found.forEach(complaint -> console.err()
                    .line("%s %s  %s: %s: %s"
                            .formatted(
                                    verdict.checker(),
                                    complaint.id(),
                                    verdict.subject(),
                                    complaint.place().title(),
                                    complaint.message())));
            table.row(
                    verdict.checker(),
                    verdict.subject(),
                    Integer.toString(verdict.checked()),
                    Integer.toString(found.size()),
                    Integer.toString(verdict.complaints().size() - found.size()));
        }
        console.out().lines(table.lines());
        console.out().line("%d found; what is skipped has its reason in %s".formatted(findings, SKIPS));
        return findings;
    }
}
