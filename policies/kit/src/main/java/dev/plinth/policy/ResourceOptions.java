package dev.plinth.policy;

import java.util.List;
import java.util.Optional;

/**
 * The options that a resource was declared with, as far as the engine tells a pack of them. (It does not tell of
 * retainOnDelete, dependsOn and import.)
 *
 * @param protect whether the engine refuses to delete it
 * @param ignoreChanges the property paths whose changes the engine overlooks
 * @param deleteBeforeReplace empty if the program leaves it to the provider
 * @param additionalSecretOutputs the outputs that the program has declared secret
 * @param aliases the URNs that it had before
 */
public record ResourceOptions(
        boolean protect,
        List<String> ignoreChanges,
        Optional<Boolean> deleteBeforeReplace,
        List<String> additionalSecretOutputs,
        List<String> aliases) {
    /** Nothing was declared. */
    public static final ResourceOptions NONE =
            new ResourceOptions(false, List.of(), Optional.empty(), List.of(), List.of());

    public ResourceOptions {
        ignoreChanges = List.copyOf(ignoreChanges);
        additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
        aliases = List.copyOf(aliases);
    }
}
