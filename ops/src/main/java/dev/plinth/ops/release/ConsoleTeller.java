package dev.plinth.ops.release;

import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Screen;
import java.util.List;

/** Tells people how a release goes, line by line. */
final class ConsoleTeller implements Teller {
    private final Screen screen;

    ConsoleTeller(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void begins(Step step) {
        screen.line("%s ...".formatted(step));
    }

    @Override
    public void passed(StepRecord step) {
        step.findings().forEach(finding -> screen.line("    " + finding));
        step.measured().forEach(gate -> screen.line("    " + gate.text()));
        var took =
                step.took().map(time -> " (%d s)".formatted(time.toSeconds())).orElse("");
        screen.line(screen.paint(
                Colour.GREEN, "  %s: %s%s".formatted(step.step(), step.step().promise(), took)));
    }

    @Override
    public void failed(Step step, String reason, List<Measured> measured) {
        measured.forEach(gate -> screen.line("    " + gate.text()));
        screen.line(screen.paint(Colour.RED, "  %s failed: %s".formatted(step, reason)));
    }

    @Override
    public void say(String text) {
        screen.line("  " + text);
    }
}
