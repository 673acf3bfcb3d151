package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A version of a secret: its text is kept in the state, which only its owner can read. */
final class SecretVersion extends AwsKind {

    @Override
    public String id(Desired desired) {
        return secret(desired) + "|" + AwsIds.uuid(desired);
    }

    @Override
    public Fields computed(Desired desired, String id) {
        return super.computed(desired, id)
                .withAll(new Fields(Map.of(
                        "arn", Value.text(secret(desired)),
                        "versionId", Value.text(AwsIds.uuid(desired)),
                        "versionStages", Value.texts(List.of("AWSCURRENT")))));
    }

    /** When a version replaces another, both are there for a while: the later one counts. */
    @Override
    public Fields notes(Desired desired) {
        return new Fields(Map.of("__created", Value.text(Instant.now().toString())));
    }

    private static String secret(Desired desired) {
        return desired.properties().text("secretId").orElse("");
    }
}
