package dev.plinth.app.page;

import java.util.List;

/** How one version, or the draft, differs from another one; both are named as people call them. */
public record DifferencePage(
        MetricPage metric, String before, String after, String reason, List<Difference> differences) {
    public DifferencePage {
        differences = List.copyOf(differences);
    }
}
