package dev.plinth.policy.cli;

import dev.plinth.policy.docs.Documentation;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plinth-policy docs}. */
@Command(
        name = "docs",
        mixinStandardHelpOptions = true,
        description = "Write a page for each rule, and one that leads to them.")
final class DocsCommand implements Callable<Integer> {
    private final Packs packs;
    private final PrintWriter out;

    @Parameters(index = "0", paramLabel = "DIR", description = "the folder of the pages")
    private Path folder = Path.of("");

    @Option(names = "--check", description = "write nothing; tell which pages are not what the rules say")
    private boolean check;

    DocsCommand(Packs packs, PrintWriter out) {
        this.packs = packs;
        this.out = out;
    }

    @Override
    public Integer call() {
        Documentation pages = Documentation.of(packs.list());
        try {
            if (check) {
                return tell(pages.differences(folder));
            }
            pages.write(folder);
            out.printf("%d pages in %s%n", pages.pages().size(), folder);
            return ExitCode.OK;
        } catch (UncheckedIOException unusable) {
            throw new InputException("%s cannot be used: %s".formatted(folder, unusable.getCause()));
        }
    }

    private int tell(List<String> differences) {
        differences.forEach(out::println);
        if (!differences.isEmpty()) {
            out.println("write them anew with: docs " + folder);
        }
        out.flush();
        return differences.isEmpty() ? ExitCode.OK : ExitCode.VIOLATED;
    }
}
