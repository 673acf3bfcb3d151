package dev.plinth.ops.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plinth.ops.Failure;
import dev.plinth.ops.plan.PlannedResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A Kubernetes object of a resource as it would be applied; {@code guessed} when a placeholder stands for a value of it. */
public record Manifest(String resource, ObjectNode content, boolean guessed) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    /** What every object begins with, in the order that people expect. */
    private static final List<String> HEAD = List.of("apiVersion", "kind", "metadata");

    /** The inputs of a resource as a manifest. */
    static Manifest of(PlannedResource resource, KindSchemas schemas) {
        var placeholders = new Placeholders();
        var content = (ObjectNode) placeholders.fill(schemas.withWhatIsRequired(resource.after()));
        var ordered = content.objectNode();
        HEAD.stream().filter(content::has).forEach(key -> ordered.set(key, content.get(key)));
        content.properties().stream()
                .filter(property -> !HEAD.contains(property.getKey()))
                .forEach(property -> ordered.set(property.getKey(), property.getValue()));
        return new Manifest(resource.name(), ordered, placeholders.used());
    }

    /**
     * Kind and name, with the namespace between them where there is one. While one of the two is not known, the name of the
     * resource in the program stands for both.
     */
    public String title() {
        var metadata = content.path("metadata");
        var name = metadata.path("name").asText();
        var namespace = metadata.path("namespace").asText("");
        var known = !name.equals(Placeholders.LATER) && !namespace.equals(Placeholders.LATER);
        var fullName = namespace.isEmpty() ? name : namespace + "/" + name;
        return content.path("kind").asText() + " " + (known ? fullName : resource);
    }

    /** The name of its file: {@code deployment-shop-api-blue.yaml}. */
    public String fileName() {
        return title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-") + ".yaml";
    }

    /** Writes its file, and makes the folder if need be. */
    public void writeInto(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(fileName()), yaml());
        } catch (IOException e) {
            throw Failure.failed("%s cannot be written: %s".formatted(folder.resolve(fileName()), e.getMessage()));
        }
    }

    /** The text of its file. */
    public String yaml() {
        try {
            return YAML.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
