package dev.plinth.app.changes;

/**
 * The place of a change in the one order of all changes. {@code sequence} begins at 1 and has no gaps; the hashes are
 * SHA-256 in hexadecimal.
 */
public record Link(long sequence, long changeId, String previousHash, String hash) {}
