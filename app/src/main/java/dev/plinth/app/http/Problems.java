package dev.plinth.app.http;

import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.StaleRevisionException;
import java.util.List;
import java.util.Optional;

/** What the refusals of the app are to a client, of a whole request or of a part of it. */
public final class Problems {
    /** What says that a request cannot be carried out as it is, and not that the app cannot work. */
    static final List<Class<? extends RuntimeException>> REFUSALS = List.of(
            RefusedException.class,
            ForbiddenException.class,
            NotFoundException.class,
            ConflictException.class,
            StaleRevisionException.class,
            InvalidFieldException.class,
            InvalidValueException.class);

    /** Empty when the failure is no refusal. */
    public static Optional<Problem> of(RuntimeException failure) {
        return switch (failure) {
            case RefusedException refused -> Optional.of(refused.problem());
            case InvalidFieldException wrong -> Optional.of(invalidField(wrong));
            case ForbiddenException forbidden -> problem(ProblemType.FORBIDDEN, forbidden);
            case NotFoundException missing -> problem(ProblemType.NOT_FOUND, missing);
            case ConflictException conflict -> problem(type(conflict.conflict()), conflict);
            case StaleRevisionException stale -> problem(ProblemType.STALE_REVISION, stale);
            case InvalidValueException wrong -> problem(ProblemType.INVALID_REQUEST, wrong);
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> problem(ProblemType type, RuntimeException why) {
        return Optional.of(Problem.of(type, String.valueOf(why.getMessage())));
    }

    private static Problem invalidField(InvalidFieldException wrong) {
        var fault = new Violation(
                Violation.Place.POINTER, wrong.pointer(), "invalid_value", String.valueOf(wrong.getMessage()));
        return Problem.of(ProblemType.INVALID_REQUEST, List.of(fault));
    }

    private static ProblemType type(Conflict conflict) {
        return switch (conflict) {
            case ALREADY_EXISTS -> ProblemType.ALREADY_EXISTS;
            case STILL_IN_USE -> ProblemType.STILL_IN_USE;
            case WRONG_STATE -> ProblemType.WRONG_STATE;
            case WOULD_FORM_CYCLE -> ProblemType.WOULD_FORM_CYCLE;
        };
    }

    private Problems() {}
}
