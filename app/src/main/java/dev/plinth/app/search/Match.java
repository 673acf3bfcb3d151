package dev.plinth.app.search;

/** How well a metric must fit what was typed. */
public enum Match {
    /** Its words have all that was typed. */
    ALL_WORDS,
    /** One of its names looks much like it: some letters are others. */
    SIMILAR_NAME,
    /** Its words have one of those that were typed. */
    ANY_WORD
}
