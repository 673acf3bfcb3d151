package dev.plinth.ops.engine;

import java.util.Arrays;

/** A resource by its URN. */
public record Resource(String urn) {
    private static final String STACK_TYPE = "pulumi:pulumi:Stack";

    /** The name that the program gave it. */
    public String name() {
        var end = urn.lastIndexOf("::");
        return end < 0 ? urn : urn.substring(end + 2);
    }

    /** The type without the file that the SDK keeps it in: {@code aws:rds:Instance} for {@code aws:rds/instance:Instance}. */
    public String type() {
        var parts = urn.split("::", -1);
        if (parts.length < 4) {
            return "";
        }
        var full = parts[2].substring(parts[2].lastIndexOf('$') + 1);
        return String.join(
                ":",
                Arrays.stream(full.split(":"))
                        .map(part -> part.contains(".") ? part : part.replaceFirst("/.*", ""))
                        .toList());
    }

    /** Tells whether this is the stack itself, which is not a resource to speak of. */
    public boolean isStack() {
        return urn.contains("::" + STACK_TYPE + "::");
    }
}
