package dev.plinth.policy;

/** The published control that a rule puts into code. */
public record Control(Framework framework, String id) {
    @Override
    public String toString() {
        return framework.name() + " " + id;
    }
}
