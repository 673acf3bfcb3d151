package dev.plinth.infra.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A stack's configuration as the engine hands it over: full keys, and for structured values their JSON. */
public record Settings(String stack, Map<String, String> values, Set<String> secretKeys) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Settings {
        values = Map.copyOf(values);
        secretKeys = Set.copyOf(secretKeys);
    }

    public static Settings of(String stack, Map<String, String> values) {
        return new Settings(stack, values, Set.of());
    }

    /**
     * Reads what a language host passes to every program. Pulumi's own Config gives values by key only, so that keys
     * which nobody asks for (a misspelt one, say) would stay unseen.
     */
    public static Settings ofProcess(String stack, Map<String, String> environment) {
        var values = JSON.convertValue(
                parse(environment, "PULUMI_CONFIG", "{}"), new TypeReference<Map<String, String>>() {});
        var secretKeys = JSON.convertValue(
                parse(environment, "PULUMI_CONFIG_SECRET_KEYS", "[]"), new TypeReference<HashSet<String>>() {});
        return new Settings(stack, values, secretKeys);
    }

    private static Object parse(Map<String, String> environment, String variable, String fallback) {
        try {
            return JSON.readValue(
                    Optional.ofNullable(environment.get(variable))
                            .filter(text -> !text.isBlank())
                            .orElse(fallback),
                    Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(variable + " is not what a Pulumi language host passes", e);
        }
    }
}
