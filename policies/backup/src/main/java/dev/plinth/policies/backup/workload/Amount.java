package dev.plinth.policies.backup.workload;

import dev.plinth.policy.Value;
import java.util.Optional;

/** A number of pods, or the part of them that a percentage says. */
record Amount(int number, boolean percent) {
    private static final int ALL = 100;

    static Optional<Amount> of(Value value) {
        return switch (value) {
            case Value.Numeric(double number) -> Optional.of(new Amount((int) number, false));
            case Value.Text(String text)
            when text.matches("\\d{1,9}%?") ->
                Optional.of(new Amount(Integer.parseInt(text.replace("%", "")), text.endsWith("%")));
            default -> Optional.empty();
        };
    }

    boolean isNone() {
        return number == 0;
    }

    /** Whether it is all of so many pods. */
    boolean isAllOf(int pods) {
        return percent ? number >= ALL : number >= pods;
    }

    @Override
    public String toString() {
        return percent ? number + "%" : String.valueOf(number);
    }
}
