package dev.plinth.ops.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.ops.engine.EngineEvent.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Reads the lines of the engine's event log.
 *
 * <p>The Automation API's own event classes know neither of remediations nor of packs' names, and come over gRPC, which costs
 * every run half a second of start.
 */
public final class EventReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The event of a line, if it is one that this command tells of. */
    public Optional<EngineEvent> read(String line) {
        try {
            return read(MAPPER.readTree(line));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a line of the engine's event log: " + line, e);
        }
    }

    private static Optional<EngineEvent> read(JsonNode event) {
        if (event.has("resourcePreEvent")) {
            return Optional.of(started(event.get("resourcePreEvent")));
        } else if (event.has("resOutputsEvent")) {
            return Optional.of(done(event.get("resOutputsEvent")));
        } else if (event.has("resOpFailedEvent")) {
            return Optional.of(failed(event.get("resOpFailedEvent")));
        } else if (event.has("diagnosticEvent")) {
            return diagnostic(event.get("diagnosticEvent"));
        } else if (event.has("policyEvent")) {
            return Optional.of(policy(event.get("policyEvent")));
        } else if (event.has("summaryEvent")) {
            return Optional.of(summary(event.get("summaryEvent")));
        }
        return Optional.empty();
    }

    private static EngineEvent started(JsonNode event) {
        var step = event.path("metadata");
        return new EngineEvent.Started(
                resource(step.path("urn")),
                operation(step),
                event.path("planning").asBoolean(),
                changedInputs(step),
                new EngineEvent.Inputs(
                        step.path("old").path("inputs"), step.path("new").path("inputs")));
    }

    private static EngineEvent done(JsonNode event) {
        var step = event.path("metadata");
        return new EngineEvent.Done(
                resource(step.path("urn")),
                operation(step),
                event.path("planning").asBoolean());
    }

    private static EngineEvent failed(JsonNode event) {
        var step = event.path("metadata");
        return new EngineEvent.Failed(resource(step.path("urn")), operation(step));
    }

    private static Optional<EngineEvent> diagnostic(JsonNode event) {
        var text = event.path("message").asText().strip();
        var severity = event.path("severity").asText();
        // What the engine tells about itself, and what it repeats in another event anyway.
        if (severity.equals("debug") || event.path("ephemeral").asBoolean() || text.isEmpty()) {
            return Optional.empty();
        }
        var level = switch (severity) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> Severity.INFO;
        };
        return Optional.of(new EngineEvent.Diagnostic(level, resource(event.path("urn")), text));
    }

    private static EngineEvent policy(JsonNode event) {
        var level = event.path("enforcementLevel").asText().equals("mandatory")
                ? PolicyFinding.Level.MANDATORY
                : PolicyFinding.Level.ADVISORY;
        return new EngineEvent.Policy(new PolicyFinding(
                packName(event.path("policyPackName").asText()),
                event.path("policyName").asText(),
                level,
                resource(event.path("resourceUrn")),
                event.path("message").asText().strip()));
    }

    private static EngineEvent summary(JsonNode event) {
        Map<String, Integer> changes = new LinkedHashMap<>();
        event.path("resourceChanges").properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        change -> changes.put(change.getKey(), change.getValue().asInt()));
        Map<String, String> packs = new LinkedHashMap<>();
        event.path("PolicyPacks").properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(pack ->
                        packs.put(packName(pack.getKey()), pack.getValue().asText()));
        return new EngineEvent.Summary(
                Collections.unmodifiableMap(changes),
                Collections.unmodifiableMap(packs),
                event.path("durationSeconds").asInt());
    }

    /** A pack from a folder is reported as {@code name|origin|folder}. */
    private static String packName(String reported) {
        return reported.replaceFirst("\\|.*", "");
    }

    private static List<String> changedInputs(JsonNode step) {
        var diffs = step.path("diffs").isArray() ? step.path("diffs") : step.path("keys");
        return StreamSupport.stream(diffs.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Operation operation(JsonNode step) {
        return Operation.of(step.path("op").asText());
    }

    private static Resource resource(JsonNode urn) {
        return new Resource(urn.asText(""));
    }
}
