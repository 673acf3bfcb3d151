package dev.plinth.sandbox.check;

import dev.plinth.sandbox.value.Value;

/** How a message shows a value that was found; a secret never shows. */
final class Found {
    private static final int SHOWN_MAX = 60;

    private Found() {}

    static String described(Value value) {
        return switch (value) {
            case Value.Null ignored -> "nothing";
            case Value.Truth truth -> String.valueOf(truth.value());
            case Value.Numeric number -> number(number.value());
            case Value.Text text -> '"' + shortened(text.value()) + '"';
            case Value.Items items -> "a list of " + items.items().size();
            case Value.Fields ignored -> "a map";
            case Value.Unknown ignored -> "a value that is not known yet";
            case Value.Secret ignored -> "a secret value";
            case Value.Asset ignored -> "an asset";
            case Value.Archive ignored -> "an archive";
            case Value.Output ignored -> "an output";
            case Value.Reference ignored -> "a resource";
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    }
}
