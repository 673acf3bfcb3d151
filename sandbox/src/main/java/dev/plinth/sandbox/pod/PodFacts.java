package dev.plinth.sandbox.pod;

/** What a pod may be told of itself. */
record PodFacts(String name, String host) {}
