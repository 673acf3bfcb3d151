package dev.plinth.ops.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine is pointed at: a project folder, a stack of it (made if it is not there, or required), the environment, the
 * packs that every run passes, arguments that the Automation API has no word for, and what encrypts the secrets of a stack
 * that is made.
 */
public record Target(
        Path folder,
        String stack,
        boolean createsStack,
        Map<String, String> environment,
        List<PolicyPack> policyPacks,
        List<String> moreForOperations,
        Optional<String> secretsProvider) {
    public Target {
        environment = Map.copyOf(environment);
        policyPacks = List.copyOf(policyPacks);
        moreForOperations = List.copyOf(moreForOperations);
    }

    /** A target whose secrets, if its stack is made, are encrypted as the backend does by default. */
    public Target(
            Path folder,
            String stack,
            boolean createsStack,
            Map<String, String> environment,
            List<PolicyPack> policyPacks,
            List<String> moreForOperations) {
        this(folder, stack, createsStack, environment, policyPacks, moreForOperations, Optional.empty());
    }

    /** The same, with a look at what is really there before a run plans. */
    public Target refreshing() {
        var more = new ArrayList<>(moreForOperations);
        more.add("--refresh");
        return new Target(folder, stack, createsStack, environment, policyPacks, more, secretsProvider);
    }

    /** The same, with no policy in the way. */
    public Target withoutPacks() {
        return new Target(folder, stack, createsStack, environment, List.of(), moreForOperations, secretsProvider);
    }

    /** The same, but operations change only resources whose name matches, in which {@code **} stands for anything. */
    public Target only(String urns) {
        var more = new ArrayList<>(moreForOperations);
        more.addAll(List.of("--target", urns));
        return new Target(folder, stack, createsStack, environment, policyPacks, more, secretsProvider);
    }
}
