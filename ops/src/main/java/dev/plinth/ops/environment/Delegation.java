package dev.plinth.ops.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.engine.Outputs;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the owner of a domain has to do once, when the stack serves the domain's zone itself. */
final class Delegation {
    /** The sentence, when there is a zone. */
    static Optional<String> of(Outputs outputs) {
        return Optional.ofNullable(outputs.values().get("nameServers"))
                .filter(servers -> !servers.isEmpty())
                .map(servers -> "delegate the domain, where it is registered, to: "
                        + servers.valueStream().map(JsonNode::asText).collect(Collectors.joining(" ")));
    }

    private Delegation() {}
}
