package dev.plinth.app.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The OpenAPI document of a running app. */
public final class Description {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final Map<String, Described> operations = new TreeMap<>();

    /** One operation as the document has it. */
    public record Described(String id, String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return "%s %s %s".formatted(id, method, path);
        }
    }

    private Description(JsonNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Described(
                                method.getValue().path("operationId").asText(),
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))
                        .forEach(described -> operations.put(described.id(), described)));
    }

    public static Description of(RunningApp app) throws IOException, InterruptedException {
        return new Description(app.api().get("/openapi.json").json());
    }

    public JsonNode document() {
        return document;
    }

    public List<Described> operations() {
        return List.copyOf(operations.values());
    }

    /** The operation of this id; a missing one has no path. */
    public Described operation(String id) {
        return operations.getOrDefault(id, new Described(id, "", "", document.path("nowhere")));
    }

    /** The names of the operation's parameters in this place: path, query or header. */
    public Set<String> parameters(Described operation, String place) {
        return Stream.concat(
                        elements(operation.node().path("parameters")),
                        elements(document.path("paths").path(operation.path()).path("parameters")))
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(place))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a reference of the document points at, or the node itself. */
    public JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? document.at(reference.textValue().substring(1)) : node;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
