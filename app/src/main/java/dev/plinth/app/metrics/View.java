package dev.plinth.app.metrics;

import dev.plinth.app.access.Principal;

/** Which of a metric's contents is looked at. */
public enum View {
    /** What was published, for everybody. */
    PUBLISHED,
    /** What was published, or else the draft. */
    CURRENT,
    /** The draft, which may have changes that were not published yet. */
    DRAFT;

    /** What a caller is shown who asks for nothing else. */
    public static View of(Principal principal) {
        return principal.seesDrafts() ? CURRENT : PUBLISHED;
    }
}
