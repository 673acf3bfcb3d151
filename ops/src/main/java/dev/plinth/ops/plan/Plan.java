package dev.plinth.ops.plan;

import dev.plinth.ops.engine.EngineEvent;
import dev.plinth.ops.engine.Operation;
import dev.plinth.ops.engine.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every resource that a preview told of, heard from its events; read when the preview has ended. */
public final class Plan implements Consumer<EngineEvent> {
    private final Map<Resource, PlannedResource> resources = new LinkedHashMap<>();

    @Override
    public void accept(EngineEvent event) {
        // What a replacement deletes has the name of what it creates.
        if (event instanceof EngineEvent.Started step
                && step.planning()
                && step.operation() != Operation.DELETE_REPLACED) {
            var inputs = step.inputs();
            var planned = new PlannedResource(
                    step.resource(), step.operation(), Values.named(inputs.before()), Values.named(inputs.after()));
            resources.put(step.resource(), planned);
        }
    }

    /** All of them by type and name, without the stack itself, components and providers. */
    public List<PlannedResource> resources() {
        var all = new ArrayList<>(resources.values());
        all.removeIf(resource -> resource.resource().isStack() || !isCustom(resource.type()));
        all.sort((one, other) -> one.type().equals(other.type())
                ? one.name().compareTo(other.name())
                : one.type().compareTo(other.type()));
        return all;
    }

    /** Those that are there once the plan is done. */
    public Stream<PlannedResource> remaining() {
        return resources().stream().filter(PlannedResource::remains);
    }

    /** Components are ours, providers and references the engine's; the rest is somebody's cloud. */
    private static boolean isCustom(String type) {
        return !type.startsWith("plinth:") && !type.startsWith("pulumi:");
    }
}
