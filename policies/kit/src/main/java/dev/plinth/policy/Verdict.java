package dev.plinth.policy;

import java.util.ArrayList;
import java.util.List;

/** What a pack's rules say; rules named in neither list are kept. */
public record Verdict(List<Finding> findings, List<NotApplicable> notApplicable) {
    /** Nothing was judged. */
    public static final Verdict NONE = new Verdict(List.of(), List.of());

    public Verdict {
        findings = List.copyOf(findings);
        notApplicable = List.copyOf(notApplicable);
    }

    Verdict with(List<NotApplicable> others) {
        var all = new ArrayList<>(notApplicable);
        all.addAll(others);
        return new Verdict(findings, all);
    }
}
