package dev.plinth.app.http;

/**
 * Which program this is.
 *
 * @param digest of its jar, which tells two builds of one version apart
 * @param schema the newest migration that it needs
 */
public record Build(String version, String digest, String schema) {}
