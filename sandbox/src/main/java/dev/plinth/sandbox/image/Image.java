package dev.plinth.sandbox.image;

import java.nio.file.Path;

/** A built image: its digest (sha256:hex), the folder that stands for its root, and how it is run. */
public record Image(String digest, Path root, ImageConfiguration configuration) {}
