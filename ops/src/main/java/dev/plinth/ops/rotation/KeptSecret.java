package dev.plinth.ops.rotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Secrets;
import dev.plinth.ops.cloud.Secrets.Version;
import dev.plinth.ops.console.Json;
import java.util.Optional;

/**
 * A secret of Secrets Manager while it is rotated. The value that is to come is kept there before anything uses it, so
 * that no death of this program loses it.
 */
final class KeptSecret {
    private static final String PASSWORD = "password";
    /** Of our own: AWSPENDING belongs to the secret's own rotation, which one that we left there would stop. */
    static final String NEXT = "plinth-next";

    private final Secrets secrets;
    private final String arn;

    KeptSecret(Secrets secrets, String arn) {
        this.secrets = secrets;
        this.arn = arn;
    }

    /** What the secret says of this beside the password, such as the username. */
    String field(String name) {
        return read(current()).path(name).asText();
    }

    /** Where a rotation of this secret is; the server is asked about a value that is to come. */
    Standing standing(Server server) {
        var current = current();
        var previous = secrets.find(arn, Secrets.PREVIOUS);
        // One that the secret's own rotation has overtaken is left behind.
        var next = secrets.find(arn, NEXT).filter(version -> !previous.equals(Optional.of(version)));
        if (next.isEmpty()) {
            return new Standing(Standing.Reached.NOTHING, password(current), Optional.empty());
        } else if (next.get().id().equals(current.id())) {
            var before = previous.orElseThrow(() -> Failure.failed(
                    "the secret %s has no previous value any more, so nothing can be proven of it".formatted(arn),
                    "take the stage %s away from its current version, then run this again".formatted(NEXT)));
            return new Standing(Standing.Reached.CURRENT, password(before), next.map(this::password));
        }
        var reached =
                server.signIn(password(next.get())) == Answer.LET_IN ? Standing.Reached.LEARNT : Standing.Reached.KEPT;
        return new Standing(reached, password(current), next.map(this::password));
    }

    /** Keeps a value that is to come. */
    void keep(String password) {
        secrets.put(arn, read(current()).put(PASSWORD, password).toString(), NEXT);
    }

    /** Makes the value that is to come the one that counts. */
    void promote() {
        secrets.makeCurrent(arn, next(), current());
    }

    /** Says that the rotation is over. */
    void finish() {
        secrets.takeAway(arn, NEXT, next());
    }

    private Version current() {
        return secrets.find(arn, Secrets.CURRENT)
                .orElseThrow(() -> Failure.failed("the secret %s has no value".formatted(arn)));
    }

    private Version next() {
        return secrets.find(arn, NEXT)
                .orElseThrow(() -> Failure.failed(
                        "the secret %s has no %s any more: somebody else rotates it".formatted(arn, NEXT)));
    }

    private String password(Version version) {
        return read(version).path(PASSWORD).asText();
    }

    private ObjectNode read(Version version) {
        try {
            if (Json.mapper().readTree(version.text()) instanceof ObjectNode fields
                    && fields.path(PASSWORD).isTextual()) {
                return fields;
            }
        } catch (JsonProcessingException e) {
            // Its message would show the secret.
        }
        throw Failure.failed("the secret %s holds no JSON with a text under '%s'".formatted(arn, PASSWORD));
    }

    @Override
    public String toString() {
        return arn;
    }
}
