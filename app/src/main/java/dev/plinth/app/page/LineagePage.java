package dev.plinth.app.page;

import java.util.List;

/**
 * What a metric comes from and who uses it: as a drawing, and the same as sentences. {@code truncated} when some of it
 * was left out because it is too much.
 */
public record LineagePage(
        MetricPage metric, Drawing drawing, List<Sentence> sentences, List<Sentence> others, boolean truncated) {
    /** One tie in words. */
    public record Sentence(Link subject, String verb, Link object) {}

    public LineagePage {
        sentences = List.copyOf(sentences);
        others = List.copyOf(others);
    }
}
