package dev.plinth.infra.release;

import com.pulumi.exceptions.RunException;

/** A release request that cannot be done in the state that the stack is in. */
public final class ImpossibleRelease extends RunException {
    private static final long serialVersionUID = 1L;

    ImpossibleRelease(String expected, String found, String cure) {
        super("""
                The release request in plinth:release is impossible. No traffic was moved.

                  plinth:release
                    expected: %s
                    found:    %s
                    to do:    %s""".formatted(expected, found, cure));
    }
}
