package dev.plinth.ops.engine;

/** A resource by its URN. */
public record Resource(String urn) {
    private static final String STACK_TYPE = "pulumi:pulumi:Stack";

    /** The name that the program gave it. */
    public String name() {
        var end = urn.lastIndexOf("::");
        return end < 0 ? urn : urn.substring(end + 2);
    }

    /** The type without the file or the version in its middle: {@code aws:rds:Instance} for {@code aws:rds/instance:Instance}. */
    public String type() {
        var parts = urn.split("::", -1);
        return parts.length < 4
                ? ""
                : parts[2].substring(parts[2].lastIndexOf('$') + 1).replaceAll("/[^:]*", "");
    }

    /** Tells whether this is the stack itself, which is not a resource to speak of. */
    public boolean isStack() {
        return urn.contains("::" + STACK_TYPE + "::");
    }
}
