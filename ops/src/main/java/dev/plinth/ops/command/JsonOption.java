package dev.plinth.ops.command;

import picocli.CommandLine.Option;

/** Whether a command prints data for programs. */
final class JsonOption {
    @Option(names = "--json", description = "print JSON on the output; everything else goes to the error stream")
    private boolean json;

    boolean json() {
        return json;
    }
}
