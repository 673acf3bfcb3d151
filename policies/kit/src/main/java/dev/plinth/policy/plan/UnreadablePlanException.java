package dev.plinth.policy.plan;

import java.nio.file.Path;

/** A file is no plan, or not one that can be judged; the message says where, what was expected and what to do. */
public final class UnreadablePlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    UnreadablePlanException(String place, String problem, String cure) {
        this("%s%s%n%s".formatted(place.isEmpty() ? "" : place + ": ", problem, cure));
    }

    private UnreadablePlanException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** The same, told of this file. */
    UnreadablePlanException in(Path file) {
        return new UnreadablePlanException("%s: %s".formatted(file, problem));
    }
}
