package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.TreeMap;

/** The outputs that AWS types have in common. */
final class AwsOutputs {
    private AwsOutputs() {}

    static Fields of(Desired desired, String id) {
        var outputs = new TreeMap<String, Value>();
        var arn = Arns.of(desired, id);
        var candidates = Map.of(
                "arn",
                arn,
                "ownerId",
                desired.settings().account(),
                "accountId",
                desired.settings().account(),
                "registryId",
                desired.settings().account(),
                "region",
                desired.settings().region(),
                "keyId",
                id,
                "resourceId",
                id);
        var known = new TreeMap<>(candidates);
        known.putAll(AwsDetails.of(desired, id));
        known.forEach((name, value) -> {
            if (desired.schema().outputs().containsKey(name)
                    && !desired.properties().has(name)) {
                outputs.put(name, Value.text(value));
            }
        });
        if (desired.schema().outputs().containsKey("tagsAll")) {
            outputs.put("tagsAll", tagsAll(desired));
        }
        return new Fields(outputs);
    }

    /** The provider's default tags, overlaid by the resource's own. */
    private static Fields tagsAll(Desired desired) {
        var tags = new TreeMap<String, Value>();
        desired.settings().defaultTags().forEach((name, value) -> tags.put(name, Value.text(value)));
        tags.putAll(desired.properties().in("tags").fields().entries());
        return new Fields(tags);
    }
}
