package dev.plinth.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a user can set of a rule, as a record; its components are the names, and their values in the given record the
 * defaults. A component may be a boolean, an int, a double, a String, an enum, a record of such or a list of them.
 */
public final class RuleConfig<C extends Record> {
    private final C defaults;

    private RuleConfig(C defaults) {
        this.defaults = defaults;
    }

    /** The configuration that holds as long as the user sets nothing. */
    public static <C extends Record> RuleConfig<C> of(C defaults) {
        return new RuleConfig<>(defaults);
    }

    /** What holds as long as the user sets nothing. */
    public C defaults() {
        return defaults;
    }

    /** The record of these values and the defaults of all others; throws if a value does not fit. */
    C read(Map<String, Object> values) {
        return values.isEmpty() ? defaults : Json.merge(defaults, values);
    }

    /** Loaded only where something is configured, as it takes its time. */
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();

        static <C extends Record> C merge(C defaults, Map<String, Object> values) {
            var merged =
                    new LinkedHashMap<>(MAPPER.convertValue(defaults, new TypeReference<Map<String, Object>>() {}));
            merged.putAll(values);
            try {
                @SuppressWarnings("unchecked")
                C record = (C) MAPPER.readValue(MAPPER.writeValueAsString(merged), defaults.getClass());
                return record;
            } catch (JsonProcessingException misfit) {
                throw new PolicyPackException("configuration %s: %s".formatted(values, misfit.getOriginalMessage()));
            }
        }
    }
}
