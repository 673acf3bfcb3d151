package dev.plinth.sandbox.resource;

import java.nio.file.Path;
import java.util.Map;

/**
 * The options of a provider that change what its resources do.
 *
 * @param account the only account that the provider may work in, or zeros
 * @param namespace where Kubernetes objects live that name none
 * @param server the address of the cluster that a kubeconfig names, or empty
 * @param programDirectory where relative paths of the program start
 */
public record Settings(
        String region,
        String account,
        Map<String, String> defaultTags,
        Mutable mutable,
        String namespace,
        String server,
        Path programDirectory) {
    private static final String NO_ACCOUNT = "000000000000";

    /** Which Kubernetes objects are changed in place instead of replaced. */
    public record Mutable(boolean configMaps, boolean secrets) {}

    public Settings {
        defaultTags = Map.copyOf(defaultTags);
    }

    /** Options that name no cluster by a kubeconfig. */
    public Settings(
            String region,
            String account,
            Map<String, String> defaultTags,
            Mutable mutable,
            String namespace,
            Path programDirectory) {
        this(region, account, defaultTags, mutable, namespace, "", programDirectory);
    }

    /** What holds before a provider is configured. */
    public static Settings unconfigured(Path programDirectory) {
        return new Settings("us-east-1", NO_ACCOUNT, Map.of(), new Mutable(false, false), "default", programDirectory);
    }
}
