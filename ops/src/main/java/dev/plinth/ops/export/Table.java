package dev.plinth.ops.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as it is copied.
 *
 * @param columns those that hold something of their own: what the server derives from them is derived again
 * @param order what its rows are ordered by: the primary key, or every column where there is none
 */
record Table(String schema, String name, List<String> columns, List<String> order) {
    Table {
        columns = List.copyOf(columns);
        order = List.copyOf(order);
    }

    String title() {
        return schema + "." + name;
    }

    String quoted() {
        return quoted(schema) + "." + quoted(name);
    }

    /** Copies a table of these columns out, in an order that does not depend on where the rows lie. */
    String copyOut(String source) {
        // A column of JSON cannot be compared, but its text can.
        var ordering = order.stream().map(column -> quoted(column) + "::text").collect(Collectors.joining(", "));
        return "COPY (SELECT %s FROM %s ORDER BY %s) TO STDOUT".formatted(list(), source, ordering);
    }

    String copyIn(String target) {
        return "COPY %s (%s) FROM STDIN".formatted(target, list());
    }

    private String list() {
        return columns.stream().map(Table::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }
}
