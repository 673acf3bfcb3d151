package dev.plinth.app.access;

import java.util.Optional;

/** Finds out who calls. */
public interface Authenticator {
    /**
     * The caller who sent this value of the header {@code Authorization} from this IP address;
     * {@link Principal#NOBODY} when none was sent. Throws {@link UnauthenticatedException} when it proves nothing.
     */
    Principal authenticate(Optional<String> authorization, String address);
}
