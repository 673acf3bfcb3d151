package dev.plinth.policy.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The parts of a policy's JSON, where one may stand for a list of one. */
final class Elements {
    private Elements() {}

    static Stream<JsonNode> of(JsonNode owner, String name) {
        JsonNode element = owner.path(name);
        return switch (element.getNodeType()) {
            case ARRAY -> StreamSupport.stream(element.spliterator(), false);
            case MISSING, NULL -> Stream.empty();
            default -> Stream.of(element);
        };
    }

    static List<String> texts(JsonNode owner, String name) {
        return of(owner, name).map(JsonNode::asText).toList();
    }
}
