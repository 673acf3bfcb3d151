package dev.plinth.app.telemetry;

/** The instance that spans and meters come from: its build, and its side of a blue-green release. */
public record Service(String version, String build, String colour) {
    /** What all instances are called together. */
    static final String NAME = "mdl-api";
}
