package dev.plinth.app.postgres;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long a statement, a lock or a forgotten transaction of the API may hold a connection, in milliseconds. */
final class SessionLimits {
    private static final SortedMap<String, String> LIMITS = new TreeMap<>(Map.of(
            "statement_timeout", "5000",
            "lock_timeout", "2000",
            "idle_in_transaction_session_timeout", "10000"));

    /** As options of a connection, which not everything between the app and the database lets pass: RDS Proxy does not. */
    static String asOptions() {
        return LIMITS.entrySet().stream()
                .map(limit -> "-c %s=%s".formatted(limit.getKey(), limit.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** As settings of a role, by name. */
    static Map<String, String> all() {
        return LIMITS;
    }

    private SessionLimits() {}
}
