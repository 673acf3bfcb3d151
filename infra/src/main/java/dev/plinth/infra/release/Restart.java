package dev.plinth.infra.release;

import com.pulumi.exceptions.RunException;
import dev.plinth.infra.component.PreviousOutputs;
import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;
import java.util.Optional;

/**
 * When pods were last started anew for no other reason than that they should be, such as for a secret that they read
 * when they start.
 *
 * @param at the moment as it was asked for; nothing when that was never asked for
 */
public record Restart(Optional<String> at) {
    /** The output that holds it, which the next run reads. */
    public static final String OUTPUT = "restarted";

    /** What pods are marked with: another moment makes the cluster replace them one after the other. */
    static final String ANNOTATION = "plinth.dev/restarted-at";

    private static final Shape<String> MOMENT =
            Shape.matching("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z", "a moment in UTC", "2026-01-31T12:00:00Z");

    /** Reads a request, such as {@code {"at": "2026-01-31T12:00:00Z"}}. */
    public static Restart read(Section settings) {
        return new Restart(settings.optional("at", MOMENT));
    }

    /** What this run asks for, or else what the last one left. */
    public Restart orElse(PreviousOutputs outputs) {
        return at.isPresent() ? this : new Restart(outputs.value(OUTPUT).map(Restart::parse));
    }

    static String parse(Object output) {
        if (output instanceof String moment) {
            return moment;
        }
        throw new RunException(
                "The stack's output '%s' is not a moment: %s. Only this program writes it; ".formatted(OUTPUT, output)
                        + "put back an earlier state of the stack (pulumi stack export, pulumi stack import).");
    }
}
