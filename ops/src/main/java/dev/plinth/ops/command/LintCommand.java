package dev.plinth.ops.command;

import dev.plinth.ops.lint.Lint;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plinth lint}. */
@Command(
        name = "lint",
        description =
                "Check the Kubernetes manifests with kubeconform and Checkov, and the Dockerfile with hadolint and Checkov.",
        footer = "The checkers are installed when they are not there: it needs Go, and Python with venv.")
public final class LintCommand implements Runnable {
    private final Lint lint;

    @Parameters(
            arity = "0..*",
            paramLabel = "STACK",
            description = "the environments, always planned in the sandbox (default: all)")
    private List<String> stacks = List.of();

    public LintCommand(Lint lint) {
        this.lint = lint;
    }

    @Override
    public void run() {
        lint.run(stacks);
    }
}
