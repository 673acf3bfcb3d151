package dev.plinth.ops.environment;

import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Console;

/** The question before something real is changed. */
final class Confirmation {
    /** Fails early where there is nobody to ask. */
    static void require(Console console, String command, String stack) {
        if (!console.interactive()) {
            throw Failure.usage(
                    "%s %s changes what is real, and there is no terminal to ask on".formatted(command, stack),
                    "look at it with: plinth preview " + stack,
                    "then say so: plinth %s %s --yes".formatted(command, stack),
                    "or run it on this machine: plinth %s %s --sandbox".formatted(command, stack));
        }
    }

    /** Fails unless the answer is a clear yes. */
    static void ask(Console console, String question) {
        if (!console.confirms(question)) {
            throw Failure.failed("not confirmed; nothing was changed");
        }
    }

    private Confirmation() {}
}
