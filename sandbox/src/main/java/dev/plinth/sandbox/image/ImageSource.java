package dev.plinth.sandbox.image;

import java.nio.file.Path;

/** The build context's folder and the Dockerfile to build it by. */
public record ImageSource(Path context, Path dockerfile) {}
