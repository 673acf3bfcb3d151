package dev.plinth.sandbox.secret;

import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version of a secret, with the stages that it has at this moment; the text of a binary one is its Base64.
 *
 * @param resource what the state has of it
 */
public record Version(StoredResource resource, List<String> stages) {
    static final String CREATED = "__created";

    public Version {
        stages = List.copyOf(stages);
    }

    public String id() {
        return outputs().text("versionId").orElse("");
    }

    /** When it was made; a version of an earlier build does not know. */
    public Instant created() {
        return outputs().text(CREATED).map(Instant::parse).orElse(Instant.EPOCH);
    }

    public Optional<String> text() {
        return new Properties(resource.inputs()).text("secretString");
    }

    public Optional<String> binary() {
        return new Properties(resource.inputs()).text("secretBinary");
    }

    private Properties outputs() {
        return new Properties(resource.outputs());
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "version %s %s".formatted(id(), stages);
    }
}
