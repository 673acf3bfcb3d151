package dev.plinth.app.lineage;

/** Leads from what depends to what it depends on, both named by their keys; {@code type} is as in JSON. */
public record GraphEdge(String from, String to, String type) {}
