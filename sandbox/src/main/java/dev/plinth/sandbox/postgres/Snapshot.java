package dev.plinth.sandbox.postgres;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A server's data of one moment, kept until it is deleted, whatever becomes of the server.
 *
 * @param server the name of the server that it was taken of
 * @param facts what whoever took it wants to know of it later
 */
public record Snapshot(String id, String server, Instant created, SortedMap<String, String> facts) {
    public Snapshot {
        facts = new TreeMap<>(facts);
    }
}
