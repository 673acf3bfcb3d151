package dev.plinth.ops.engine;

import java.util.List;

/** A resource by its URN. */
public record Resource(String urn) {
    private static final String STACK_TYPE = "pulumi:pulumi:Stack";

    /** The name that the program gave it. */
    public String name() {
        var end = urn.lastIndexOf("::");
        return end < 0 ? urn : urn.substring(end + 2);
    }

    /** The type in full, such as {@code aws:rds/instance:Instance}. */
    public String fullType() {
        var parts = urn.split("::", -1);
        return parts.length < 4 ? "" : parts[2].substring(parts[2].lastIndexOf('$') + 1);
    }

    /** The types of the components that it belongs to, the outermost first. */
    public List<String> ancestry() {
        var parts = urn.split("::", -1);
        var types = parts.length < 4 ? List.<String>of() : List.of(parts[2].split("\\$", -1));
        return types.isEmpty() ? types : types.subList(0, types.size() - 1);
    }

    /** The type without the file or the version in its middle: {@code aws:rds:Instance} for {@code aws:rds/instance:Instance}. */
    public String type() {
        return fullType().replaceAll("/[^:]*", "");
    }

    /** Tells whether this is the stack itself, which is not a resource to speak of. */
    public boolean isStack() {
        return urn.contains("::" + STACK_TYPE + "::");
    }
}
