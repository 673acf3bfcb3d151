package dev.plinth.ops.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Objects;
import dev.plinth.ops.cloud.Objects.Entry;
import dev.plinth.ops.console.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The records of releases and incidents in the bucket of an environment's operations. */
final class Diary {
    private static final String RELEASES = "releases/";
    private static final String LOCK = RELEASES + "lock.json";
    private static final String INCIDENTS = "incidents/";
    private static final String END = ".json";

    private final Objects objects;

    Diary(Objects objects) {
        this.objects = objects;
    }

    List<Deployment> deployments() {
        return all(RELEASES, Deployment::read).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The oldest first. */
    List<Incident> incidents() {
        return all(INCIDENTS, Incident::read);
    }

    /** Writes down a new incident; two in one second cannot both be. */
    void open(Incident incident) {
        if (!objects.writeNew(key(incident), incident.write(), "application/json")) {
            throw Failure.failed(
                    "the incident %s is there already, somebody else has just opened it".formatted(incident.id()));
        }
    }

    void rewrite(Incident incident) {
        objects.write(key(incident), incident.write(), "application/json");
    }

    private <T> List<T> all(String prefix, BiFunction<String, JsonNode, T> reader) {
        return objects.list(prefix).stream()
                .map(Entry::key)
                .filter(key -> key.endsWith(END) && !key.equals(LOCK))
                .flatMap(key -> objects.read(key).map(content -> reader.apply(key, parse(key, content))).stream())
                .toList();
    }

    private static JsonNode parse(String key, byte[] content) {
        try {
            return Json.mapper().readTree(content);
        } catch (IOException e) {
            throw Failure.failed("%s is no JSON: %s".formatted(key, e.getMessage()));
        }
    }

    private static String key(Incident incident) {
        return INCIDENTS + incident.id() + END;
    }
}
