package dev.plinth.app.postgres;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Names statements after the code that they stand in: {@code metric.find} is what {@code MetricTable} does to find one.
 * No part of a name comes from the statement, which may hold values.
 */
final class StatementNames {
    private static final String OURS = "dev.plinth.app.";
    private static final Set<String> NOT_THE_PLACE = Set.of(
            StatementNames.class.getName(),
            StatementLog.class.getName(),
            Outages.class.getName(),
            JdbiTransactions.class.getName());
    private static final String UNKNOWN = "unknown";
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    // Statements that are put together from pieces have many texts, of which not all need to be known.
    private static final int KNOWN_MAX = 2_000;

    private final Map<String, String> bySql = new ConcurrentHashMap<>();

    /** Must be called from within the execution of the statement. */
    String of(String sql) {
        String known = bySql.get(sql);
        if (known != null) {
            return known;
        }
        String name = STACK.walk(
                        frames -> frames.filter(StatementNames::isThePlace).findFirst())
                .map(frame -> name(frame.getClassName(), frame.getMethodName()))
                .orElse(UNKNOWN);
        if (bySql.size() < KNOWN_MAX) {
            bySql.put(sql, name);
        }
        return name;
    }

    /** The name of what a method does; a lambda counts as the method that it stands in. */
    static String name(String className, String methodName) {
        String type = className.substring(className.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
        String method = methodName.replaceFirst("^lambda\\$", "").replaceFirst("\\$.*", "");
        return snake(type.replaceFirst("Table$", "")) + "." + snake(method);
    }

    private static boolean isThePlace(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        return name.startsWith(OURS) && NOT_THE_PLACE.stream().noneMatch(name::startsWith);
    }

    private static String snake(String name) {
        return CAPITAL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
