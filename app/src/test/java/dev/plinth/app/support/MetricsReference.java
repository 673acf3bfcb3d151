package dev.plinth.app.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** docs/METRICS_REFERENCE.md: its tables, a row a family. */
public final class MetricsReference {
    private static final Path FILE = Path.of("..", "docs", "METRICS_REFERENCE.md");
    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");
    /** The heading of the families that not every app has. */
    private static final String SOMETIMES = "## Only sometimes";

    private final Map<String, Entry> families = new LinkedHashMap<>();

    private MetricsReference() {}

    /** One family; {@code always} unless it takes something that need not happen, such as a certain collector. */
    public record Entry(
            String name,
            String type,
            String unit,
            Set<String> labels,
            String meaning,
            String question,
            boolean always) {}

    public static MetricsReference read() throws IOException {
        var reference = new MetricsReference();
        boolean always = true;
        for (String line : Files.readAllLines(FILE)) {
            always &= !line.equals(SOMETIMES);
            if (line.startsWith("| `")) {
                reference.add(entry(line, always));
            }
        }
        return reference;
    }

    public Map<String, Entry> families() {
        return Map.copyOf(families);
    }

    private void add(Entry entry) {
        if (families.put(entry.name(), entry) != null) {
            throw new IllegalStateException(entry.name() + " is documented twice");
        }
    }

    private static Entry entry(String line, boolean always) {
        List<String> cells = Arrays.stream(line.substring(2, line.length() - 2).split(" \\| ", -1))
                .map(String::strip)
                .toList();
        Set<String> labels = new TreeSet<>();
        var code = CODE.matcher(cells.get(3));
        while (code.find()) {
            labels.add(code.group(1));
        }
        String name = cells.get(0).replace("`", "");
        return new Entry(name, cells.get(1), cells.get(2), labels, cells.get(4), cells.get(5), always);
    }
}
