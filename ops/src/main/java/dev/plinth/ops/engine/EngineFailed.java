package dev.plinth.ops.engine;

import com.pulumi.automation.AutomationException;

/** The CLI ended with an error; the message is what it said last. */
final class EngineFailed extends AutomationException {
    private static final long serialVersionUID = 1L;

    EngineFailed(Cli.Result result) {
        super((result.errors().isBlank() ? result.output() : result.errors()).strip());
    }

    /** What the CLI said last, as far as the API's exception tells. */
    static String lastWords(AutomationException e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.replaceFirst("(?m)^error: ", "");
    }
}
