package dev.plinth.infra.operations;

import com.pulumi.core.Output;
import java.util.HashMap;
import java.util.Map;

/** Where everything is that {@code plinth} works on: one output of the stack, by name, as deep as it needs. */
public final class Directory {
    /** The output that holds it. */
    public static final String OUTPUT = "operations";

    private Directory() {}

    /** Entries as one output; values are outputs or plain. */
    public static Output<Map<String, Object>> of(Map<String, ?> entries) {
        var all = Output.of(Map.<String, Object>of());
        for (var entry : entries.entrySet()) {
            var value = entry.getValue() instanceof Output<?> output ? output : Output.of(entry.getValue());
            all = Output.tuple(all, value).applyValue(known -> with(known.t1, entry.getKey(), known.t2));
        }
        return all;
    }

    private static Map<String, Object> with(Map<String, Object> entries, String name, Object value) {
        var more = new HashMap<>(entries);
        more.put(name, value);
        return Map.copyOf(more);
    }
}
