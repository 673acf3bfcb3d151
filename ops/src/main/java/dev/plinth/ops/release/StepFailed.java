package dev.plinth.ops.release;

import java.util.List;

/** Why a step of a release did not pass, and what had been measured until then. */
final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Measured> measured;

    StepFailed(String reason) {
        this(reason, List.of());
    }

    StepFailed(String reason, List<Measured> measured) {
        super(reason);
        this.measured = List.copyOf(measured);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    List<Measured> measured() {
        return measured;
    }
}
