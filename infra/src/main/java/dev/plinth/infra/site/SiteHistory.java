package dev.plinth.infra.site;

import com.pulumi.exceptions.RunException;
import dev.plinth.infra.component.PreviousOutputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of the site that the stack's last update left in the stack's own outputs. */
public final class SiteHistory {
    /** The output that holds the state. */
    public static final String OUTPUT = "site";

    /** The version as long as nothing has been released. */
    static final String NOTHING = "none";

    private SiteHistory() {}

    /** What the last update left; nothing before the first one. */
    public static Optional<SiteState> read(PreviousOutputs outputs) {
        return outputs.value(OUTPUT).map(SiteHistory::parse);
    }

    static SiteState parse(Object output) {
        if (output instanceof Map<?, ?> state && state.get("previous") instanceof List<?> past) {
            var live = version(state.get("version"), output);
            return new SiteState(
                    Optional.of(live).filter(version -> !version.equals(NOTHING)),
                    past.stream().map(version -> version(version, output)).toList());
        }
        throw notAState(output);
    }

    private static String version(@Nullable Object value, Object output) {
        if (value instanceof String text) {
            return text;
        }
        throw notAState(output);
    }

    private static RunException notAState(Object output) {
        return new RunException("The stack's output '%s' is not the state of a site: %s. Only this program writes it; "
                        .formatted(OUTPUT, output)
                + "put back an earlier state of the stack (pulumi stack export, pulumi stack import).");
    }
}
