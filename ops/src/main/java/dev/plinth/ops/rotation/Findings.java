package dev.plinth.ops.rotation;

import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.console.Screen;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.rotation.Rotation.Proof;
import dev.plinth.ops.rotation.Rotation.Step;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of a rotation, in words and as data. */
record Findings(Selection selection, Task task, Proof proof, Map<Step, Duration> times) {
    private static final double MILLIS = 1000;

    void tell(Screen out) {
        var steps = Stream.of(Step.values())
                .filter(times::containsKey)
                .map(step -> "%s %s".formatted(step.words(), told(times.getOrDefault(step, Duration.ZERO))))
                .collect(Collectors.joining(", "));
        var isProven = proof.holds();
        out.line(out.paint(
                        isProven ? Colour.GREEN : Colour.RED,
                        task.name() + (isProven ? " is rotated" : " is not proven"))
                + " after %s: %s".formatted(told(total()), steps));
        out.line("  the new password at %s: %s".formatted(task.server(), proof.ofNew()));
        out.line("  the old password at %s: %s".formatted(task.server(), proof.ofOld()));
    }

    String json() {
        var data = Json.object()
                .put("stack", selection.stack())
                .put("secret", task.name())
                .put("at", task.server().toString())
                .put("new", proof.ofNew().toString())
                .put("old", proof.ofOld().toString())
                .put("proven", proof.holds());
        var seconds = data.putObject("seconds");
        Stream.of(Step.values())
                .filter(times::containsKey)
                .forEach(step -> seconds.put(
                        step.name().toLowerCase(Locale.ROOT),
                        times.getOrDefault(step, Duration.ZERO).toMillis() / MILLIS));
        seconds.put("total", total().toMillis() / MILLIS);
        return Json.print(data);
    }

    private Duration total() {
        return times.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static String told(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / MILLIS);
    }
}
