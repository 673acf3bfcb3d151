package dev.plinth.ops.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.engine.Operation;
import dev.plinth.ops.engine.Resource;

/** A resource of a plan: what would happen to it, and its inputs before and after in the words of {@link Values}. */
public record PlannedResource(Resource resource, Operation operation, JsonNode before, JsonNode after) {
    /** The name that the program gave it. */
    public String name() {
        return resource.name();
    }

    /** The type in full, such as {@code aws:rds/instance:Instance}. */
    public String type() {
        return resource.fullType();
    }

    /** Tells whether it is there once the plan is done. */
    public boolean remains() {
        return after.isObject();
    }

    /** Tells whether it is there before the plan is done. */
    public boolean wasThere() {
        return before.isObject();
    }
}
