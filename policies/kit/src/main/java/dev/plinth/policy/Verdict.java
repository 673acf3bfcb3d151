package dev.plinth.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pack's rules say; rules named in none of the lists are kept.
 *
 * @param notApplicable the rules that did not judge, or whose findings do not count, each with its reason
 * @param exempted what would be a finding, were it not for an exemption
 */
public record Verdict(List<Finding> findings, List<NotApplicable> notApplicable, List<Exempted> exempted) {
    /** Nothing was judged. */
    public static final Verdict NONE = new Verdict(List.of(), List.of());

    public Verdict {
        findings = List.copyOf(findings);
        notApplicable = List.copyOf(notApplicable);
        exempted = List.copyOf(exempted);
    }

    /** Without any exemption. */
    public Verdict(List<Finding> findings, List<NotApplicable> notApplicable) {
        this(findings, notApplicable, List.of());
    }

    Verdict with(List<NotApplicable> others) {
        var all = new ArrayList<>(notApplicable);
        all.addAll(others);
        return new Verdict(findings, all, exempted);
    }
}
