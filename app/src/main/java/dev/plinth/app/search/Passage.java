package dev.plinth.app.search;

import java.util.List;

/** A text in pieces, some of which are what was looked for. */
public record Passage(List<Piece> pieces) {
    /** Some of the text as somebody wrote it. */
    public record Piece(String text, boolean wanted) {}

    public Passage {
        pieces = List.copyOf(pieces);
    }
}
