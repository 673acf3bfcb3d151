package dev.plinth.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the engine would make of a stack that does not exist yet. */
record StackPlan(List<PlannedResource> resources) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The plan of a stack, by the stock CLI and the sandbox's providers. */
    static StackPlan of(String stack, Shell shell) {
        var preview =
                shell.run("eval \"$(./plinth sandbox env %s)\" && pulumi preview --json --non-interactive --stack %s"
                        .formatted(stack, stack));
        if (preview.exitCode() != 0) {
            throw new AssertionError("no plan of %s: %s".formatted(stack, preview.everything()));
        }
        try {
            return of(JSON.readTree(preview.output()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StackPlan of(JsonNode preview) {
        return new StackPlan(StreamSupport.stream(preview.path("steps").spliterator(), false)
                .map(PlannedResource::of)
                .toList());
    }

    List<PlannedResource> all(String type) {
        return resources.stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** The only resource of a type. */
    PlannedResource one(String type) {
        var all = all(type);
        if (all.size() != 1) {
            throw new AssertionError("expected one %s, found %s".formatted(type, all));
        }
        return all.get(0);
    }

    PlannedResource named(String type, String name) {
        return all(type).stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s named %s but %s".formatted(type, name, all(type))));
    }
}
