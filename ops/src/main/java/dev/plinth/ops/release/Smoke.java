package dev.plinth.ops.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.release.TestRoute.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a colour must answer before anybody is led to it. */
final class Smoke {
    static final String VERSION = "/api/v1/version";
    private static final String DESCRIPTION = "/openapi.json";
    private static final String NOWHERE = "/api/v1/there-is-nothing-here";

    private final TestRoute route;

    Smoke(TestRoute route) {
        this.route = route;
    }

    /** Whether the colour serves at all: its version, its description, and an orderly no. Throws what it does not. */
    List<String> serves(Colour colour) {
        var faults = new ArrayList<String>();
        var version = route.get(colour, VERSION);
        expect(version, 200, "application/json", faults, VERSION);
        if (!version.from().equals(colour.toString())) {
            faults.add("%s: expected an answer of %s, found one of '%s'".formatted(VERSION, colour, version.from()));
        }
        expect(route.get(colour, DESCRIPTION), 200, "application/json", faults, DESCRIPTION);
        expect(route.get(colour, NOWHERE), 404, "application/problem+json", faults, NOWHERE);
        if (!faults.isEmpty()) {
            throw new StepFailed("%s does not answer as it should:\n%s".formatted(colour, String.join("\n", faults)));
        }
        return List.of("%s answers: version %s, build %s"
                .formatted(
                        colour,
                        json(version).path("version").asText(),
                        json(version).path("build").asText()));
    }

    /** Whether the candidate still knows every operation that the live colour has. */
    List<String> keepsContract(Colour candidate, Colour live) {
        var before = operations(live);
        var after = operations(candidate);
        var missing = new TreeSet<>(before);
        missing.removeAll(after);
        if (!missing.isEmpty()) {
            throw new StepFailed("%s breaks the API's contract: it has no %s any more"
                    .formatted(candidate, String.join(", ", missing)));
        }
        var version =
                json(route.get(candidate, DESCRIPTION)).at("/info/version").asText();
        if (version.isEmpty()) {
            throw new StepFailed("%s does not tell the version of its API in %s".formatted(candidate, DESCRIPTION));
        }
        return List.of("contract of version %s: %d operations, %d new, none lost"
                .formatted(version, after.size(), after.size() - before.size()));
    }

    private Set<String> operations(Colour colour) {
        var operations = new TreeSet<String>();
        for (var path : json(route.get(colour, DESCRIPTION)).path("paths")) {
            path.forEach(operation -> {
                if (operation.has("operationId")) {
                    operations.add(operation.path("operationId").asText());
                }
            });
        }
        return operations;
    }

    static JsonNode json(Reply reply) {
        try {
            return Json.mapper().readTree(reply.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static void expect(Reply reply, int status, String type, List<String> faults, String path) {
        if (reply.status() == 0) {
            faults.add("%s: no answer: %s".formatted(path, reply.body()));
        } else if (reply.status() != status || !reply.contentType().startsWith(type)) {
            faults.add("%s: expected %d %s, found %d %s"
                    .formatted(path, status, type, reply.status(), reply.contentType()));
        }
    }
}
