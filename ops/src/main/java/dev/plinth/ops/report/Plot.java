package dev.plinth.ops.report;

import dev.plinth.ops.report.Measures.Week;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The measures as a picture: four figures, and below them a bar a week, failures on top in another colour and with a
 * pattern of their own for those who see no colours. Sizes are pixels; it is light or dark as the reader's screen is.
 */
final class Plot {
    private static final int WIDTH = 880;
    private static final int HEIGHT = 384;
    private static final int LEFT = 56;
    private static final int RIGHT = 856;
    private static final int TOP = 196;
    private static final int BOTTOM = 340;
    private static final int BAR_MAX = 36;
    /** More labels than this run into each other. */
    private static final int LABELS_MAX = 13;

    private static final int TICKS_MAX = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final String STYLE = """
              <style>
                svg { --paper: #ffffff; --ink: #1b1f24; --faint: #59636e; --line: #d8dee4; --good: #2f6fd0; --bad: #b3400f; }
                @media (prefers-color-scheme: dark) {
                  svg { --paper: #14181d; --ink: #e8ecf0; --faint: #9aa5b1; --line: #313943; --good: #6ea5f5; --bad: #f0883e; }
                }
                text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: var(--ink); }
                .title { font-size: 18px; font-weight: 600; }
                .figure { font-size: 24px; font-weight: 600; }
                .label { font-size: 12px; fill: var(--faint); }
                .good { fill: var(--good); }
                .line { stroke: var(--line); }
              </style>
              <defs>
                <pattern id="failed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <rect width="6" height="6" style="fill: var(--bad)"/>
                  <rect width="2" height="6" style="fill: var(--paper); opacity: 0.45"/>
                </pattern>
              </defs>
            """;

    private final String stack;
    private final Measures measures;
    private final int step;
    private final int ticks;

    Plot(String stack, Measures measures) {
        this.stack = stack;
        this.measures = measures;
        var highest =
                measures.weeks().stream().mapToInt(Week::deployments).max().orElse(0);
        this.step = Math.max(1, Math.ceilDiv(highest, TICKS_MAX));
        this.ticks = Math.max(1, Math.ceilDiv(highest, step));
    }

    String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-labelledby="t d">
                  <title id="t">Releases of %3$s</title>
                  <desc id="d">%4$s</desc>
                %5$s  <rect width="%1$d" height="%2$d" style="fill: var(--paper)"/>
                %6$s%7$s%8$s%9$s%10$s</svg>
                """.formatted(
                WIDTH, HEIGHT, escaped(stack), description(), STYLE, head(), figures(), grid(), bars(), legend());
    }

    private String description() {
        return "%s, of which %d failed, in %s; lead time %s, time to restore %s"
                .formatted(
                        Words.count(measures.deployments(), "deployment"),
                        measures.failed(),
                        Words.count(measures.weeks().size(), "week"),
                        Words.time(measures.leadTime()),
                        Words.time(measures.timeToRestore()));
    }

    private String head() {
        var first = measures.window().first();
        var last = measures.weeks().getLast().monday().plusDays(6);
        var from = first.getYear() == last.getYear() ? DAY.format(first) : DAY_AND_YEAR.format(first);
        return text(24, 38, "title", "Releases of " + stack)
                + "  <text x=\"%d\" y=\"38\" class=\"label\" text-anchor=\"end\">%s – %s</text>\n"
                        .formatted(RIGHT, from, DAY_AND_YEAR.format(last));
    }

    private String figures() {
        return figure(0, Words.aWeek(measures.deploymentsAWeek()), "deployment frequency")
                + figure(1, Words.time(measures.leadTime()), "lead time, median")
                + figure(2, Words.rate(measures.changeFailureRate()), "change failure rate")
                + figure(3, Words.time(measures.timeToRestore()), "time to restore, median");
    }

    private static String figure(int column, String value, String label) {
        var x = 24 + column * 212;
        return "  <line x1=\"%d\" y1=\"64\" x2=\"%d\" y2=\"64\" class=\"line\"/>\n".formatted(x, x + 196)
                + text(x, 98, "figure", value)
                + text(x, 120, "label", label);
    }

    private String grid() {
        return IntStream.rangeClosed(0, ticks)
                .mapToObj(tick -> """
                          <line x1="%d" y1="%d" x2="%d" y2="%d" class="line"/>
                          <text x="%d" y="%d" class="label" text-anchor="end">%d</text>
                        """.formatted(
                        LEFT, y(tick * step), RIGHT, y(tick * step), LEFT - 10, y(tick * step) + 4, tick * step))
                .collect(Collectors.joining());
    }

    private String bars() {
        var each = Math.ceilDiv(measures.weeks().size(), LABELS_MAX);
        return IntStream.range(0, measures.weeks().size())
                .mapToObj(index -> bar(index, (measures.weeks().size() - 1 - index) % each == 0))
                .collect(Collectors.joining());
    }

    private String bar(int index, boolean labelled) {
        var week = measures.weeks().get(index);
        var slot = (double) (RIGHT - LEFT) / measures.weeks().size();
        var width = Math.min(BAR_MAX, slot * 0.6);
        var x = LEFT + slot * index + (slot - width) / 2;
        var day = DAY.format(week.monday());
        var good = week.deployments() - week.failed();
        return "  <g>\n    <title>week of %s: %s, %d failed</title>\n"
                        .formatted(day, Words.count(week.deployments(), "deployment"), week.failed())
                + rectangle(x, width, new int[] {0, good}, "class=\"good\"")
                + rectangle(x, width, new int[] {good, week.deployments()}, "fill=\"url(#failed)\"")
                + (labelled
                        ? "    <text x=\"%s\" y=\"%d\" class=\"label\" text-anchor=\"middle\">%s</text>\n"
                                .formatted(number(x + width / 2), BOTTOM + 22, day)
                        : "")
                + "  </g>\n";
    }

    private String rectangle(double x, double width, int[] span, String look) {
        return span[0] == span[1]
                ? ""
                : "    <rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" %s/>\n"
                        .formatted(number(x), y(span[1]), number(width), y(span[0]) - y(span[1]), look);
    }

    private static String legend() {
        return """
                  <rect x="%1$d" y="160" width="12" height="12" class="good"/>
                  <text x="%2$d" y="171" class="label">deployments a week</text>
                  <rect x="%3$d" y="160" width="12" height="12" fill="url(#failed)"/>
                  <text x="%4$d" y="171" class="label">of them failed</text>
                """.formatted(LEFT, LEFT + 18, LEFT + 160, LEFT + 178);
    }

    private int y(int deployments) {
        return BOTTOM - (BOTTOM - TOP) * deployments / (ticks * step);
    }

    private static String text(int x, int y, String look, String text) {
        return "  <text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>\n".formatted(x, y, look, escaped(text));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
