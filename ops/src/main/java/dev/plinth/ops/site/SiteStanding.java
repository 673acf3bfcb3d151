package dev.plinth.ops.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.engine.Outputs;
import java.util.List;
import java.util.Optional;

/** Which release is live, and which ones were before it, newest first, as the program says in its output. */
record SiteStanding(Optional<String> live, List<String> past) {
    private static final String OUTPUT = "site";
    private static final String NOTHING = "none";

    SiteStanding {
        past = List.copyOf(past);
    }

    static SiteStanding of(Outputs outputs) {
        var site = outputs.values().get(OUTPUT);
        if (site == null || !site.path("version").isTextual()) {
            throw Failure.failed(
                    "the environment has no output '%s': an older program made it".formatted(OUTPUT),
                    "bring it up again with: plinth up STACK");
        }
        return new SiteStanding(
                Optional.of(site.path("version").asText()).filter(version -> !version.equals(NOTHING)),
                site.path("previous").valueStream().map(JsonNode::asText).toList());
    }

    boolean isLive(String version) {
        return live.filter(version::equals).isPresent();
    }
}
