package dev.plinth.ops.release;

/** A person at a machine, and the process that works for that person. */
public record Holder(String user, String host, long pid) {
    @Override
    public String toString() {
        return "%s@%s".formatted(user, host);
    }
}
