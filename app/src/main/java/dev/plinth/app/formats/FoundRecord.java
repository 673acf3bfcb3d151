package dev.plinth.app.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What was found at one place of a file; {@code line} is where it begins, the first line being 1. */
public sealed interface FoundRecord {
    int line();

    /** One metric, as JSON; whether it keeps the rules of metrics is for others to say. */
    record Sound(int line, ObjectNode content) implements FoundRecord {}

    /** Something that is no record; {@code detail} is a full sentence. */
    record Broken(int line, String detail) implements FoundRecord {}
}
