package dev.plinth.ops.command;

import dev.plinth.ops.bootstrap.Bootstrap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plinth bootstrap}. */
@Command(
        name = "bootstrap",
        description =
                "Make the bucket and the key for Pulumi's state in the account of a real stack; safe to run twice.",
        footer = "Shows what is missing and asks first, unless --yes is given.")
public final class BootstrapCommand implements Runnable {
    private final Bootstrap bootstrap;

    @Parameters(index = "0", paramLabel = "STACK", description = "the environment: one of the files Pulumi.STACK.yaml")
    private String stack = "";

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--yes", description = "make what is missing without asking")
    private boolean yes;

    public BootstrapCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public void run() {
        bootstrap.run(stack, yes, json.json());
    }
}
