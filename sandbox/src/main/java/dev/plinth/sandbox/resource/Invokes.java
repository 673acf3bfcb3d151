package dev.plinth.sandbox.resource;

import dev.plinth.sandbox.value.Value.Fields;

/** The functions of the providers. */
public interface Invokes {
    /** The result of a function; one that the sandbox does not have is refused by name. */
    Fields call(String token, Fields arguments, Settings settings);
}
