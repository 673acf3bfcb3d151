package dev.plinth.infra.release;

import com.pulumi.exceptions.RunException;
import dev.plinth.infra.config.Problem;

/** A release request that cannot be done in the state that the stack is in. */
public final class ImpossibleRelease extends RunException {
    private static final long serialVersionUID = 1L;

    ImpossibleRelease(String expected, String found, String cure) {
        super("The release cannot be changed as requested. No resource was touched.\n\n"
                + new Problem("plinth:release", expected, found, cure)
                        .toString()
                        .indent(2));
    }
}
