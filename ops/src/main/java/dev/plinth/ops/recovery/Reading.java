package dev.plinth.ops.recovery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a database answered to a question. */
sealed interface Reading {
    /** Values by name, in the order of the answer; a single value has no name. */
    record Rows(Map<String, String> values) implements Reading {
        public Rows {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        static Rows single(String value) {
            return new Rows(Map.of("", value));
        }

        @Override
        public String toString() {
            return values.entrySet().stream()
                    .map(row -> row.getKey().isEmpty() ? row.getValue() : row.getKey() + "=" + row.getValue())
                    .collect(Collectors.joining(", "));
        }
    }

    /** It could not be answered. */
    record Refused(String reason) implements Reading {}
}
