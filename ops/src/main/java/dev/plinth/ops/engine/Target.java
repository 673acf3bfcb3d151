package dev.plinth.ops.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the engine is pointed at: a project folder, a stack of it (made if it is not there, or required), the environment, the
 * packs that every run passes, and arguments that the Automation API has no word for.
 */
public record Target(
        Path folder,
        String stack,
        boolean createsStack,
        Map<String, String> environment,
        List<PolicyPack> policyPacks,
        List<String> moreForOperations) {
    public Target {
        environment = Map.copyOf(environment);
        policyPacks = List.copyOf(policyPacks);
        moreForOperations = List.copyOf(moreForOperations);
    }

    /** The same, with no policy in the way. */
    public Target withoutPacks() {
        return new Target(folder, stack, createsStack, environment, List.of(), moreForOperations);
    }
}
