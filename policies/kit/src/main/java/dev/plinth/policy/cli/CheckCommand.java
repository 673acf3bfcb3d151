package dev.plinth.policy.cli;

import dev.plinth.policy.Configuration;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Run;
import dev.plinth.policy.plan.Plan;
import dev.plinth.policy.plan.PlanFile;
import dev.plinth.policy.report.Format;
import dev.plinth.policy.report.Report;
import dev.plinth.policy.report.Review;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plinth-policy check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Judge a plan or a stack's state without the engine.",
        footer = {
            "The file is what `pulumi preview --json --show-sames` or `pulumi stack export` prints.",
            "A rule at the level remediate is judged; nothing is put right."
        })
final class CheckCommand implements Callable<Integer> {
    private final Packs packs;
    private final PrintWriter out;

    @Parameters(index = "0", paramLabel = "FILE", description = "the plan or the state")
    private @Nullable Path file;

    @Option(
            names = "--pack-config",
            paramLabel = "PACK=FILE",
            description = {
                "a pack's configuration, as for pulumi's --policy-pack-config; once for each pack",
                "of a folder, the file STACK.json, if there is one"
            })
    private Map<String, Path> configurations = Map.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, sarif or junit (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "write the report to a file")
    private @Nullable Path output;

    @Option(names = "--stack", paramLabel = "NAME", description = "the stack's name (default: that in the URNs)")
    private @Nullable String stack;

    CheckCommand(Packs packs, PrintWriter out) {
        this.packs = packs;
        this.out = out;
    }

    @Override
    public Integer call() {
        Path read = Objects.requireNonNull(file);
        Plan plan = PlanFile.read(read);
        Run run = run(plan);
        Map<PolicyPack, Configuration> configured = configured(run.stack());
        var review = new Review(plan, run);
        var report = new Report(
                read.toString(),
                plan,
                packs.list().stream()
                        .map(pack -> review.by(pack, configured.getOrDefault(pack, Configuration.NONE)))
                        .toList());
        write(format.write(report));
        return report.stopsDeployment() ? ExitCode.VIOLATED : ExitCode.OK;
    }

    private Map<PolicyPack, Configuration> configured(String stackName) {
        var configured = new HashMap<PolicyPack, Configuration>();
        configurations.forEach((packName, path) -> {
            PolicyPack pack = packs.named(packName);
            Path named = Files.isDirectory(path) ? path.resolve(stackName + ".json") : path;
            if (named.equals(path) || Files.exists(named)) {
                configured.put(pack, ConfigurationFile.read(named, pack));
            }
        });
        return configured;
    }

    private Run run(Plan plan) {
        Run run = plan.run();
        return Optional.ofNullable(stack)
                .map(name -> new Run(run.organization(), run.project(), name, run.preview(), run.tags()))
                .orElse(run);
    }

    private void write(String report) {
        if (output == null) {
            out.print(report);
            out.flush();
            return;
        }
        try {
            Files.writeString(output, report);
        } catch (IOException unwritable) {
            throw new InputException("%s cannot be written: %s".formatted(output, unwritable));
        }
    }
}
