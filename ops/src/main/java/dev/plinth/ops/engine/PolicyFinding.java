package dev.plinth.ops.engine;

/** One violation of a policy. */
public record PolicyFinding(String pack, String rule, Level level, Resource resource, String message) {
    /** What a violation means for the run. */
    public enum Level {
        /** The run stops. */
        MANDATORY,
        /** The run goes on. */
        ADVISORY
    }
}
