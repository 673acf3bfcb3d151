package dev.plinth.app.http;

/** Which program this is: its version, and a digest of its jar that tells two builds of one version apart. */
public record Build(String version, String digest) {}
