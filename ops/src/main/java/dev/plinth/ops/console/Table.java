package dev.plinth.ops.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in columns that line up. */
public final class Table {
    private static final String INDENT = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; every row has the same number of cells. */
    public Table row(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** The rows as lines, without spaces at their ends. */
    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        var line = new StringBuilder();
        for (var column = 0; column < row.size(); column++) {
            line.append(INDENT)
                    .append(row.get(column))
                    .repeat(' ', width(column) - row.get(column).length());
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
