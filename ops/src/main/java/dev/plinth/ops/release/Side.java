package dev.plinth.ops.release;

/** A colour and the image that it ran at one end of a release. */
public record Side(Colour colour, String image) {}
