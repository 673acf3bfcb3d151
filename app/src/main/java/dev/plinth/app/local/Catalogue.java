package dev.plinth.app.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The example catalogue as it is written: a file for each part of a company that makes things and sells them. */
record Catalogue(List<JsonNode> files) {
    private static final List<String> NAMES = List.of(
            "finance",
            "sales",
            "marketing",
            "product",
            "customer",
            "engineering",
            "data-platform",
            "people",
            "supply-chain",
            "manufacturing",
            "ecommerce",
            "security",
            "sustainability");

    Catalogue {
        files = List.copyOf(files);
    }

    static Catalogue read() {
        var yaml = new YAMLMapper();
        return new Catalogue(NAMES.stream().map(name -> read(yaml, name)).toList());
    }

    /** Parents stand before what is below them. */
    List<JsonNode> domains() {
        return all("domains").toList();
    }

    /** In the form in which the API takes them. */
    List<JsonNode> metrics() {
        return all("metrics").toList();
    }

    /** The ids of the metrics that are not published. */
    List<String> drafts() {
        return all("drafts").map(JsonNode::textValue).toList();
    }

    List<JsonNode> deprecated() {
        return all("deprecated").toList();
    }

    List<JsonNode> relationships() {
        return all("relationships").toList();
    }

    List<JsonNode> consumers() {
        return all("consumers").toList();
    }

    List<JsonNode> objectives() {
        return all("objectives").toList();
    }

    private Stream<JsonNode> all(String field) {
        return files.stream().flatMap(file -> file.path(field).valueStream());
    }

    private static JsonNode read(YAMLMapper yaml, String name) {
        String place = "catalogue/%s.yaml".formatted(name);
        try (InputStream file = Objects.requireNonNull(Catalogue.class.getResourceAsStream(place), place)) {
            return yaml.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
