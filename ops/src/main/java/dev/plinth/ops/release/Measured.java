package dev.plinth.ops.release;

/**
 * What a gate has measured.
 *
 * @param weight of a hundred requests, how many the new version got meanwhile
 * @param value in the unit that the text names
 * @param requests how many requests it was measured on
 */
public record Measured(String gate, int weight, double value, double max, long requests, boolean passed, String text) {}
