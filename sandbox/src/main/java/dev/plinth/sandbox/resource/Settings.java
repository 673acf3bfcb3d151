package dev.plinth.sandbox.resource;

import java.util.Map;

/** The options of a provider that change what its resources do. */
public record Settings(
        String region, Map<String, String> defaultTags, boolean mutableConfigMaps, boolean mutableSecrets) {
    /** What holds before a provider is configured. */
    public static final Settings DEFAULT = new Settings("us-east-1", Map.of(), false, false);

    public Settings {
        defaultTags = Map.copyOf(defaultTags);
    }
}
