package dev.plinth.infra;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plinth.infra.config.InvalidConfiguration;
import dev.plinth.infra.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** The committed stack files, as the engine would hand them over. */
public final class StackFiles {
    public static final List<String> STACKS = List.of("local", "staging", "production");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private StackFiles() {}

    public static Settings settings(String stack) {
        try {
            return settings(stack, Files.readString(Path.of("../Pulumi." + stack + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of a stack file's text. */
    public static Settings settings(String stack, String yaml) {
        try {
            var values = new HashMap<String, String>();
            for (var entry : YAML.readTree(yaml).path("config").properties()) {
                values.put(entry.getKey(), engineText(entry.getValue()));
            }
            return Settings.of(stack, values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String engineText(JsonNode value) throws JsonProcessingException {
        return value.isContainerNode() ? JSON.writeValueAsString(value) : value.asText();
    }

    /** A stack that is valid by itself, with the group of the given settings changed where they say so. */
    public static Settings valid(String setting) {
        var base = settings("staging", """
                config:
                  plinth:region: eu-central-1
                  plinth:recoveryRegion: eu-west-1
                  plinth:account: "111122223333"
                  plinth:network: {cidr: 10.20.0.0/16, zones: [a, b]}
                  plinth:database: {instanceClass: db.m7g.large}
                  plinth:cache: {nodeType: cache.m7g.large}
                  plinth:edge: {domain: localhost}
                """);
        var changed = settings("staging", "config:\n  plinth:" + setting);
        return merged(base, changed);
    }

    /** What reading these settings fails with. */
    public static InvalidConfiguration failure(Settings settings) {
        return catchThrowableOfType(InvalidConfiguration.class, () -> Environment.of(settings));
    }

    /** The first settings, with what the second ones say in place of theirs. */
    public static Settings merged(Settings settings, Settings changes) {
        try {
            var values = new HashMap<>(settings.values());
            for (var change : changes.values().entrySet()) {
                var before = values.getOrDefault(change.getKey(), "");
                var both = before.startsWith("{") && change.getValue().startsWith("{");
                values.put(change.getKey(), both ? mergedJson(before, change.getValue()) : change.getValue());
            }
            return Settings.of(settings.stack(), values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String mergedJson(String before, String change) throws JsonProcessingException {
        var fields = (ObjectNode) JSON.readTree(before);
        fields.setAll((ObjectNode) JSON.readTree(change));
        return JSON.writeValueAsString(fields);
    }
}
