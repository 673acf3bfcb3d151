package dev.plinth.app.changes;

import dev.plinth.app.values.Digests;
import java.util.HexFormat;

/**
 * The chain of hashes over all changes: each hash covers the one before it, the place in the order, and all that is kept
 * of the change, so that nobody can alter, remove or insert a change unless they compute all later hashes anew.
 */
public final class Chain {
    private static final String NOTHING = "0".repeat(64);

    /** What stands before the first link. */
    public static final Link START = new Link(0, 0, NOTHING, NOTHING);

    /** The link that follows; {@code sealed} is the text of the change. */
    public static Link next(Link last, long changeId, String sealed) {
        long sequence = last.sequence() + 1;
        String text = "%s\n%d\n%s".formatted(last.hash(), sequence, sealed);
        return new Link(sequence, changeId, last.hash(), HexFormat.of().formatHex(Digests.sha256(text)));
    }

    private Chain() {}
}
