package dev.plinth.ops.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.engine.Resource;
import java.util.List;
import java.util.stream.StreamSupport;

/** What may stand in the stored state of a sandboxed stack and must not stop the next run. */
public final class Leftovers {
    /** Forgets operations that a killed engine had begun: the sandbox's create adopts what is there already. */
    public static void forgetPendingOperations(ObjectNode state) {
        if (state.path("deployment") instanceof ObjectNode deployment) {
            deployment.remove("pending_operations");
        }
    }

    /** Tells whether an update ended in the middle of something. */
    public static boolean hasPendingOperations(ObjectNode state) {
        return !state.path("deployment").path("pending_operations").isEmpty();
    }

    /** Takes the protection away: it guards data of real environments, a sandboxed one is there to be thrown away. */
    public static void unprotect(ObjectNode state) {
        for (JsonNode resource : state.path("deployment").path("resources")) {
            if (resource instanceof ObjectNode object) {
                object.remove("protect");
                object.remove("retainOnDelete");
            }
        }
    }

    /** The resources that the engine would refuse to delete. */
    public static List<Resource> protectedResources(ObjectNode state) {
        return StreamSupport.stream(state.path("deployment").path("resources").spliterator(), false)
                .filter(resource -> resource.path("protect").asBoolean())
                .map(resource -> new Resource(resource.path("urn").asText()))
                .toList();
    }

    private Leftovers() {}
}
