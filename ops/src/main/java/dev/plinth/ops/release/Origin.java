package dev.plinth.ops.release;

/** Who released what and why: a person at a machine, the reason, and the commit that the image was built from. */
public record Origin(Holder who, String message, String commit) {}
