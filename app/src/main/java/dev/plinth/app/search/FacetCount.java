package dev.plinth.app.search;

/** How many metrics have a value. */
public record FacetCount(Facet facet, String value, long metrics) {}
