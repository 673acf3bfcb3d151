package dev.plinth.ops.engine;

import java.nio.file.Path;

/** A policy pack that a run passes: the program that the CLI starts, and what it is configured with. */
public record PolicyPack(Path program, Path configuration) {
    /** For a pack that nobody has configured: the CLI wants a file for every pack or for none, and takes an empty one. */
    public static final Path UNCONFIGURED = Path.of("/dev/null");
}
