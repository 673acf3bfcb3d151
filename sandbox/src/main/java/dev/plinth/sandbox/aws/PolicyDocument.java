package dev.plinth.sandbox.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.sandbox.resource.Hash;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Map;

/** Policy documents as getPolicyDocument makes them: the data source aws_iam_policy_document of terraform-provider-aws. */
final class PolicyDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DIGITS = 10;

    private PolicyDocument() {}

    static Fields of(Properties arguments) {
        for (var unsupported :
                List.of("sourcePolicyDocuments", "overridePolicyDocuments", "overrideJson", "sourceJson")) {
            if (arguments.has(unsupported)) {
                throw new SandboxException(unsupported + ": the sandbox does not merge documents; give all statements");
            }
        }
        var document = NODES.objectNode();
        document.put("Version", arguments.text("version").orElse("2012-10-17"));
        arguments.text("policyId").ifPresent(id -> document.put("Id", id));
        var statements = document.putArray("Statement");
        arguments.each("statements").forEach(statement -> statements.add(statement(statement)));
        var minified = document.toString();
        return new Fields(Map.of(
                "id", Value.text(Hash.digits(minified, DIGITS)),
                "json", Value.text(document.toPrettyString()),
                "minifiedJson", Value.text(minified),
                "version", Value.text(document.path("Version").asText())));
    }

    private static ObjectNode statement(Properties statement) {
        var json = NODES.objectNode();
        statement.text("sid").filter(sid -> !sid.isEmpty()).ifPresent(sid -> json.put("Sid", sid));
        json.put("Effect", statement.text("effect").orElse("Allow"));
        texts(json, "Action", statement.texts("actions"));
        texts(json, "NotAction", statement.texts("notActions"));
        texts(json, "Resource", statement.texts("resources"));
        texts(json, "NotResource", statement.texts("notResources"));
        principals(json, "Principal", statement.each("principals"));
        principals(json, "NotPrincipal", statement.each("notPrincipals"));
        conditions(json, statement.each("conditions"));
        return json;
    }

    private static void texts(ObjectNode json, String name, List<String> values) {
        if (!values.isEmpty()) {
            json.set(name, oneOrMany(values));
        }
    }

    private static void principals(ObjectNode json, String name, List<Properties> principals) {
        if (principals.isEmpty()) {
            return;
        }
        boolean anyone = principals.stream()
                .anyMatch(
                        principal -> principal.text("type").filter("*"::equals).isPresent());
        if (anyone) {
            json.put(name, "*");
            return;
        }
        var types = json.putObject(name);
        principals.forEach(
                principal -> types.set(principal.text("type").orElse(""), oneOrMany(principal.texts("identifiers"))));
    }

    private static void conditions(ObjectNode json, List<Properties> conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        var tests = json.putObject("Condition");
        conditions.forEach(
                condition -> tests.withObjectProperty(condition.text("test").orElse(""))
                        .set(condition.text("variable").orElse(""), oneOrMany(condition.texts("values"))));
    }

    private static JsonNode oneOrMany(List<String> values) {
        if (values.size() == 1) {
            return NODES.textNode(values.getFirst());
        }
        ArrayNode array = NODES.arrayNode();
        values.stream().sorted().forEach(array::add);
        return array;
    }
}
