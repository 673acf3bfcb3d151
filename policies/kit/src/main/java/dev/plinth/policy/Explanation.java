package dev.plinth.policy;

import java.util.List;

/**
 * Why a rule is there and what to do about a violation.
 *
 * @param why what happens where the rule is broken
 * @param cure what to do, as a clause in the imperative
 * @param controls the published controls that the rule puts into code; none for a rule of one's own
 */
public record Explanation(String why, String cure, List<Control> controls) {
    /** Nothing is explained yet. */
    public static final Explanation NONE = new Explanation("", "", List.of());

    public Explanation {
        controls = List.copyOf(controls);
    }
}
