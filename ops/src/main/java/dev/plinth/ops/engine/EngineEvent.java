package dev.plinth.ops.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What the engine reports while it runs, reduced to what this command tells. */
public sealed interface EngineEvent {
    /** A resource is being worked on; when planning, this is all that will be heard of it. */
    record Started(Resource resource, Operation operation, boolean planning, List<String> changedInputs, Inputs inputs)
            implements EngineEvent {}

    /** What a resource was and is to be made of, as the engine writes it; missing where it was not or will not be there. */
    record Inputs(JsonNode before, JsonNode after) {}

    /** The work on a resource is done. */
    record Done(Resource resource, Operation operation, boolean planning) implements EngineEvent {}

    /** The work on a resource failed. */
    record Failed(Resource resource, Operation operation) implements EngineEvent {}

    /** The engine, a provider or the program says something. */
    record Diagnostic(Severity severity, Resource resource, String message) implements EngineEvent {}

    /** A policy has something against a resource, or against the stack. */
    record Policy(PolicyFinding finding) implements EngineEvent {}

    /** The sum of the run, and the packs that it passed through with their versions. */
    record Summary(Map<String, Integer> changes, Map<String, String> packs, int seconds) implements EngineEvent {}

    /** How serious a diagnostic is. */
    enum Severity {
        INFO,
        WARNING,
        ERROR
    }
}
