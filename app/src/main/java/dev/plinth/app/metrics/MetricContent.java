package dev.plinth.app.metrics;

/** What people write about a metric. */
public record MetricContent(
        MetricId id, Label name, Prose description, Classification classification, Definition definition) {}
