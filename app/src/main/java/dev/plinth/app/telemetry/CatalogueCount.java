package dev.plinth.app.telemetry;

/**
 * How many metrics of a status and a tier lack something; {@code missing} is owner, target or source, or none for those
 * that lack nothing. A metric that lacks two things is counted for both.
 */
public record CatalogueCount(String status, int tier, String missing, long metrics) {}
