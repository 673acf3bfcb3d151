package dev.plinth.sandbox;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The laptop cloud's command. */
@Command(
        name = "sandbox",
        description = "Runs the cloud that a Pulumi program declares on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = Serve.class)
public final class Sandbox {

    public static void main(String[] arguments) {
        // Before anything loads Netty: it asks for memory access that newer JDKs warn about.
        System.setProperty("io.grpc.netty.shaded.io.netty.noUnsafe", "true");
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, for tests to parse arguments with. */
    static CommandLine commandLine() {
        return new CommandLine(new Sandbox());
    }
}
