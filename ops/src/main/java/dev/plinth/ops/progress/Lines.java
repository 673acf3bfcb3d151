package dev.plinth.ops.progress;

import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Screen;
import dev.plinth.ops.engine.EngineEvent;
import dev.plinth.ops.engine.Operation;
import dev.plinth.ops.engine.Resource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How a run reads, line by line. */
final class Lines {
    private static final int TYPE_COLUMNS = 40;
    private static final int VERB_COLUMNS = 20;

    private final Screen screen;

    Lines(Screen screen) {
        this.screen = screen;
    }

    /** A resource in a plan. */
    String planned(EngineEvent.Started step) {
        var inputs =
                step.operation() == Operation.CREATE || step.changedInputs().isEmpty()
                        ? ""
                        : "  " + screen.paint(Colour.FAINT, "(" + String.join(", ", step.changedInputs()) + ")");
        return line(step.operation(), step.operation().planned(), step.resource()) + inputs;
    }

    /** A resource that is done. */
    String done(EngineEvent.Done step, Duration took) {
        return line(step.operation(), step.operation().done(), step.resource())
                + "  "
                + screen.paint(Colour.FAINT, time(took));
    }

    /** A resource that failed; why is told in the end. */
    String failed(EngineEvent.Failed step) {
        return screen.paint(
                Colour.RED,
                "  ✗ %s failed  %s %s"
                        .formatted(
                                step.operation().doing(),
                                step.resource().type(),
                                step.resource().name()));
    }

    /** What is at work now, for a line that is written over again and again; cut to the screen's width. */
    String atWork(Map<Resource, Duration> running, int done, Duration elapsed) {
        var names = running.entrySet().stream()
                .sorted(Map.Entry.<Resource, Duration>comparingByValue().reversed())
                .map(entry -> entry.getKey().name() + " " + time(entry.getValue()))
                .collect(Collectors.joining(", "));
        var line = done == 0 && names.isEmpty()
                ? "  %s  starting the program and the policies".formatted(time(elapsed))
                : "  %s  %d done%s".formatted(time(elapsed), done, names.isEmpty() ? "" : ", at work: " + names);
        return line.length() < screen.width() ? line : line.substring(0, screen.width() - 2) + "…";
    }

    /** The counts of a run in words: {@code 12 created, 3 unchanged}. */
    static String counts(Map<String, Integer> changes, boolean planned) {
        var words = new LinkedHashMap<String, Integer>();
        changes.forEach((name, count) -> {
            var operation = Operation.of(name);
            words.put(planned && operation.changes() ? "to " + operation.planned() : operation.done(), count);
        });
        var text = words.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "no resources" : text;
    }

    /** A duration to a tenth of a second, from a minute on in minutes and seconds. */
    static String time(Duration duration) {
        return duration.toSeconds() < 60
                ? String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1000.0)
                : "%dm%02ds".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    private String line(Operation operation, String verb, Resource resource) {
        var type = resource.type();
        return "  %s %s%s%s%s%s"
                .formatted(
                        screen.paint(colour(operation), operation.sign()),
                        verb,
                        " ".repeat(Math.max(1, VERB_COLUMNS - verb.length())),
                        type,
                        " ".repeat(Math.max(1, TYPE_COLUMNS - type.length())),
                        resource.name());
    }

    private static Colour colour(Operation operation) {
        return switch (operation) {
            case CREATE, IMPORT -> Colour.GREEN;
            case UPDATE, REPLACE, CREATE_REPLACEMENT -> Colour.YELLOW;
            case DELETE, DELETE_REPLACED -> Colour.RED;
            case SAME, READ, REFRESH, OTHER -> Colour.FAINT;
        };
    }
}
