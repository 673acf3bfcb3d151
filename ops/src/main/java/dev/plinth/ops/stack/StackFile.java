package dev.plinth.ops.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plinth.ops.Failure;
import java.util.List;
import java.util.Optional;

/** A file of Pulumi's in YAML, for a project or for a stack: what a run's own copy differs in from the checkout's. */
record StackFile(ObjectNode content) {
    private static final YAMLMapper YAML =
            new YAMLMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private static final String SALT = "encryptionsalt";
    /** How a stack's secrets are encrypted is not taken over: a sandboxed stack has a passphrase of its own. */
    private static final List<String> ENCRYPTION = List.of(SALT, "secretsprovider", "encryptedkey");

    static StackFile parse(String name, String yaml) {
        try {
            var content = YAML.readTree(yaml);
            if (content instanceof ObjectNode object) {
                return new StackFile(object);
            } else if (content.isMissingNode() || content.isNull()) {
                return new StackFile(YAML.createObjectNode());
            }
            throw Failure.usage("%s: expected keys and values, found: %s".formatted(name, content.getNodeType()));
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            throw Failure.usage(
                    "%s:%d: expected YAML".formatted(name, location == null ? 1 : location.getLineNr()),
                    String.valueOf(e.getOriginalMessage()));
        }
    }

    /** A project's file whose program works in the given folder and is run from the given jar. */
    StackFile withProgram(String folder, String jar) {
        var copy = content.deepCopy();
        copy.put("main", folder);
        copy.putObject("runtime").put("name", "java").putObject("options").put("binary", jar);
        return new StackFile(copy);
    }

    /** The folder of a project's program, relative to the project. */
    String main() {
        return content.path("main").asText(".");
    }

    /** The salt that this file holds. */
    Optional<String> salt() {
        return Optional.ofNullable(content.path(SALT).asText(null));
    }

    /** A stack's file with this salt, or none, instead of its own encryption. */
    StackFile withSalt(Optional<String> salt) {
        var copy = content.deepCopy();
        copy.remove(ENCRYPTION);
        salt.ifPresent(value -> copy.put(SALT, value));
        return new StackFile(copy);
    }

    /** A stack's file with the request of one run in its configuration. */
    StackFile withRelease(String project, Optional<ReleaseRequest> release) {
        var copy = content.deepCopy();
        release.ifPresent(value -> {
            var config = copy.path("config") instanceof ObjectNode present ? present : copy.putObject("config");
            config.set(project + ":" + value.key(), value.request());
        });
        return new StackFile(copy);
    }

    /** A stack's file that says this, each setting under the project's name. */
    static StackFile of(String project, ObjectNode settings) {
        var content = YAML.createObjectNode();
        var config = content.putObject("config");
        settings.properties().forEach(setting -> config.set(project + ":" + setting.getKey(), setting.getValue()));
        return new StackFile(content);
    }

    /** What encrypts a stack's secrets, where it is not a passphrase. */
    Optional<String> secretsProvider() {
        return Optional.ofNullable(content.path("secretsprovider").asText(null));
    }

    /** The name of a project. */
    String name() {
        return content.path("name").asText();
    }

    String yaml() {
        try {
            return YAML.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
