package dev.plinth.ops.environment;

import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Console;

/** The question before something real is changed. */
public final class Confirmation {
    /** The stack whose name has to be typed before anything is changed that is not taken back easily. */
    private static final String PRECIOUS = "production";

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

    /**
     * Obtains a yes to a change that its plan has been shown of; a sandboxed stack needs none. On production the stack's
     * name has to be typed, or given in {@code --confirm}.
     */
    public static void obtain(Console console, Selection selection, Consent consent, String question) {
        if (selection.sandboxed()) {
            return;
        }
        var stack = selection.stack();
        if (stack.equals(PRECIOUS)) {
            requireName(console, stack, consent, question);
        } else if (!consent.yes()) {
            if (!console.interactive()) {
                throw Failure.usage(
                        "this changes %s, and there is no terminal to ask on".formatted(stack),
                        "look at what it would do: --dry-run",
                        "then say so: --yes");
            }
            ask(console, question);
        }
    }

    private static void requireName(Console console, String stack, Consent consent, String question) {
        if (consent.confirmed().isEmpty() && !console.interactive()) {
            throw Failure.usage(
                    "this changes %s, and there is no terminal to type its name on".formatted(stack),
                    "look at what it would do: --dry-run",
                    "then say so: --confirm " + stack);
        }
        var typed = consent.confirmed()
                .orElseGet(() -> console.answer("%s Type the name of the stack to go on:".formatted(question)));
        if (!typed.equals(stack)) {
            throw Failure.failed("not confirmed; nothing was changed");
        }
    }

    private Confirmation() {}
}
