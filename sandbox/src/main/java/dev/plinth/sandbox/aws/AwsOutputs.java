package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.schema.Property;
import dev.plinth.sandbox.schema.Type;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The outputs that follow from a type's facts, and those that AWS types have in common. */
final class AwsOutputs {
    private static final String ARN = "arn";
    private static final String TAGS_ALL = "tagsAll";

    private AwsOutputs() {}

    static Fields of(Desired desired, String id) {
        var template = new Template(desired, id, AwsIds.arn(desired, id));
        var outputs = new Paths(desired.inputs());
        var known = new TreeMap<>(common(template));
        known.putAll(TypeFacts.of(desired.token()).outputs());
        if (desired.token().equals("aws:kms/alias:Alias")) {
            known.put("targetKeyArn", keyArn(desired));
        }
        known.forEach((path, text) -> {
            var output = desired.schema().outputs().get(path.split("\\.", 2)[0]);
            if (output != null && !desired.properties().has(path)) {
                outputs.put(path, value(output, path, template.fill(text)));
            }
        });
        if (desired.schema().outputs().containsKey(TAGS_ALL)) {
            outputs.put(TAGS_ALL, tagsAll(desired));
        }
        return outputs.fields();
    }

    private static Map<String, String> common(Template template) {
        return Map.of(
                ARN,
                template.arn(),
                "ownerId",
                "{account}",
                "accountId",
                "{account}",
                "registryId",
                "{account}",
                "region",
                "{region}",
                "keyId",
                "{id}",
                "resourceId",
                "{id}");
    }

    /** A text, unless the SDK declares the output to be something else. */
    private static Value value(Property output, String path, String text) {
        if (path.contains(".")) {
            return Value.text(text);
        }
        return switch (output.type()) {
            case Type.Whole ignored -> Value.number(Integer.parseInt(text));
            case Type.Truth ignored -> Value.truth(Boolean.parseBoolean(text));
            case Type.Items ignored -> Value.texts(List.of(text.split(", ", -1)));
            default -> Value.text(text);
        };
    }

    /** An alias may name its key by ARN or by identifier. */
    private static String keyArn(Desired desired) {
        var key = desired.properties().text("targetKeyId").orElse("");
        return key.startsWith("arn:") ? key : "arn:aws:kms:{region}:{account}:key/" + key;
    }

    /** The provider's default tags, overlaid by the resource's own. */
    private static Fields tagsAll(Desired desired) {
        var tags = new TreeMap<String, Value>();
        desired.settings().defaultTags().forEach((name, value) -> tags.put(name, Value.text(value)));
        tags.putAll(desired.properties().in("tags").fields().entries());
        return new Fields(tags);
    }
}
