package dev.plinth.infra.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;

/** Writes statements in IAM's JSON, always with lists, in the order of IAM's grammar. */
final class PolicyDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The only version of IAM's grammar in which policy variables work. */
    private static final String VERSION = "2012-10-17";

    private PolicyDocument() {}

    /** The values are those of {@link Statement#values()}, statement after statement. */
    static String json(List<Statement> statements, List<String> values) {
        var known = values.iterator();
        var document = JSON.createObjectNode().put("Version", VERSION);
        var list = document.putArray("Statement");
        statements.forEach(statement -> write(statement, known, list.addObject()));
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    private static void write(Statement statement, Iterator<String> known, ObjectNode node) {
        node.put("Sid", statement.sid()).put("Effect", statement.effect().awsName());
        for (var principal : statement.principals()) {
            node.withObjectProperty("Principal")
                    .withArrayProperty(principal.kind().awsName())
                    .add(known.next());
        }
        statement.actions().forEach(node.withArrayProperty("Action")::add);
        for (int count = statement.resources().size(); count > 0; count--) {
            node.withArrayProperty("Resource").add(known.next());
        }
        for (var condition : statement.conditions()) {
            var compared = node.withObjectProperty("Condition")
                    .withObjectProperty(condition.operator())
                    .withArrayProperty(condition.key());
            condition.values().forEach(value -> compared.add(known.next()));
        }
    }
}
