package dev.plinth.app.http;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Authenticator;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.values.ForbiddenException;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

/** Lets a call in when its caller may make it. */
final class Gatekeeper {
    private final Authenticator authenticator;

    Gatekeeper(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** Who calls; throws when what they sent as a proof is none. */
    Principal identify(ServerRequest request) {
        return authenticator.authenticate(
                request.headers().first(HeaderNames.AUTHORIZATION), ClientAddress.of(request));
    }

    /** The caller, who may call the operation; throws when they are unknown or may not. */
    Actor admit(ServerRequest request, Operation operation, Principal principal) {
        switch (operation.access()) {
            case Access.Everyone everyone -> {}
            case Access.SignedIn signedIn -> requireKnown(principal);
            case Access.Holders holders -> {
                requireKnown(principal);
                if (!principal.has(holders.scope())) {
                    throw new ForbiddenException("This needs the scope '%s', which you do not have."
                            .formatted(holders.scope().text()));
                }
            }
        }
        return new Actor(principal, ClientAddress.of(request), RequestId.current(request.headers()));
    }

    private static void requireKnown(Principal principal) {
        if (principal.kind() == Principal.Kind.NOBODY) {
            throw new UnauthenticatedException(
                    "Send the header 'Authorization: Bearer ...' with an access token or an API key.");
        }
    }
}
