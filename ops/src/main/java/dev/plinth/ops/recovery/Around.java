package dev.plinth.ops.recovery;

import dev.plinth.ops.recovery.Reading.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the source answered just before and just after a moment: what it would have answered at the moment lies between.
 * No source can be asked for the second itself while others write to it.
 */
record Around(Rows before, Rows after) {
    private static final int NAMED_MAX = 5;

    /** Compares what was restored, value by value. */
    Judgement judge(Rows restored) {
        var wrong = new ArrayList<String>();
        var open = 0;
        var names = new TreeSet<>(before.values().keySet());
        names.addAll(after.values().keySet());
        names.addAll(restored.values().keySet());
        for (var name : names) {
            var fits = fits(name, restored);
            if (fits.isEmpty()) {
                open++;
            } else if (!fits.get()) {
                wrong.add(told(name, restored));
            }
        }
        if (!wrong.isEmpty()) {
            return Judgement.failed(String.join("; ", wrong.subList(0, Math.min(NAMED_MAX, wrong.size())))
                    + (wrong.size() > NAMED_MAX ? "; and %d more".formatted(wrong.size() - NAMED_MAX) : ""));
        }
        return open == names.size() && open > 0
                ? Judgement.skipped("the source was changed at that moment")
                : Judgement.passed("%d as in the source".formatted(names.size() - open)
                        + (open > 0 ? ", %d changed at that moment".formatted(open) : ""));
    }

    /** Nothing when the source had two values around the moment and the restored one is neither. */
    private Optional<Boolean> fits(String name, Rows restored) {
        var is = value(restored, name);
        var first = value(before, name);
        var last = value(after, name);
        if (is.equals(first) || is.equals(last)) {
            return Optional.of(true);
        } else if (first.equals(last)) {
            return Optional.of(false);
        }
        var numbers = number(is)
                .flatMap(number ->
                        number(first).flatMap(low -> number(last).map(high -> isBetween(number, low, high))));
        return numbers.filter(between -> between).or(() -> numbers.isPresent() ? Optional.of(false) : Optional.empty());
    }

    private String told(String name, Rows restored) {
        return "%s%s, in the source %s"
                .formatted(
                        name.isEmpty() ? "" : name + ": ",
                        value(restored, name).orElse("missing"),
                        value(before, name).orElse("missing"));
    }

    private static boolean isBetween(BigDecimal number, BigDecimal one, BigDecimal other) {
        return number.compareTo(one.min(other)) >= 0 && number.compareTo(one.max(other)) <= 0;
    }

    private static Optional<String> value(Rows rows, String name) {
        return Optional.ofNullable(rows.values().get(name));
    }

    private static Optional<BigDecimal> number(Optional<String> text) {
        try {
            return text.map(BigDecimal::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
